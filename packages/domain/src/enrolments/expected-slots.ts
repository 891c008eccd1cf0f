import type { WaivedHours } from '../dispensations/minutes-waived.ts';
import { isSameItem, type ProgrammeKey } from '../frameworks/list-programme.ts';
import type { PlainDate } from '../plain-date.ts';

/** One step of a learner's path: a module or evaluation, followed with a cohort. */
export interface PathStep extends ProgrammeKey {
  readonly cohortId: string;
}

/** The least that a slot must say of itself to belong to a path. */
export interface CohortSlot extends PathStep {
  readonly date: PlainDate;
}

export interface ExpectedSlotsInput<Slot extends CohortSlot> {
  readonly path: readonly PathStep[];
  /** Slots of every cohort of the path; cancelled ones left out. */
  readonly slots: readonly Slot[];
  readonly startsOn: PlainDate;
  /** Last day of the enrolment, included; `null` while it has none. */
  readonly endsOn: PlainDate | null;
  readonly waived: WaivedHours;
}

/**
 * The slots that one enrolment is expected at, in the order given: those of its path (its cohort's
 * and others'), within its own dates, without the modules that are wholly waived (DOMAIN 5.2, 12;
 * W3 rolling entry). A module waived in part keeps all of its slots: which ones fall away is for
 * the centre to settle.
 */
export function expectedSlots<Slot extends CohortSlot>(
  input: ExpectedSlotsInput<Slot>,
): readonly Slot[] {
  const { path, slots, startsOn, endsOn, waived } = input;
  return slots.filter(
    (slot) =>
      slot.date >= startsOn &&
      (endsOn === null || slot.date <= endsOn) &&
      path.some((step) => step.cohortId === slot.cohortId && isSameItem(step, slot)) &&
      !isWhollyWaived(slot, waived),
  );
}

/** Whether a dispensation takes off the whole module; never true of an evaluation (Q3). */
export const isWhollyWaived = (item: ProgrammeKey, waived: WaivedHours): boolean =>
  waived.modules.some(
    (module) =>
      module.isWhole &&
      module.blockCode === item.blockCode &&
      module.moduleCode === item.moduleCode,
  );
