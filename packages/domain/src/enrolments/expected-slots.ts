import type { WaivedHours, WaivedModule } from '../dispensations/minutes-waived.ts';
import { isSameItem, type ProgrammeKey } from '../frameworks/list-programme.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';

/** One step of a learner's path: a module or evaluation, followed with a cohort. */
export interface PathStep extends ProgrammeKey {
  readonly cohortId: string;
}

/** A half-day of a module or evaluation, as far as it says when it is. */
export interface DatedSlot extends ProgrammeKey {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
}

/** The least that a slot must say of itself to belong to a path. */
export interface CohortSlot extends PathStep, DatedSlot {}

export interface ExpectedSlotsInput<Slot extends CohortSlot> {
  readonly path: readonly PathStep[];
  /**
   * Every slot of the runs of the path, past and to come, cancelled ones left out: which half-days a
   * dispensation takes off depends on which are the last of their run.
   */
  readonly slots: readonly Slot[];
  readonly startsOn: PlainDate;
  /** Last day of the enrolment, included; `null` while it has none. */
  readonly endsOn: PlainDate | null;
  readonly waived: WaivedHours;
}

/**
 * The slots that one enrolment is expected at, in the order given: those of its path (its cohort's
 * and others'), within its own dates, without those that a dispensation takes off (DOMAIN 5.2, 12;
 * W3 rolling entry).
 */
export function expectedSlots<Slot extends CohortSlot>(
  input: ExpectedSlotsInput<Slot>,
): readonly Slot[] {
  const { path, slots, startsOn, endsOn, waived } = input;
  const followed = slots.filter((slot) =>
    path.some((step) => step.cohortId === slot.cohortId && isSameItem(step, slot)),
  );
  const dropped = new Set(waivedSlots(followed, waived));
  return followed.filter(
    (slot) =>
      slot.date >= startsOn && (endsOn === null || slot.date <= endsOn) && !dropped.has(slot),
  );
}

/**
 * The half-days that dispensations take off a path: all those of a module waived to its last minute,
 * and of a module waived in part the last ones that the granted minutes cover whole. Which ones is
 * said by no source; the last is Jalon’s choice (see the glossary): what remains is followed from its start.
 * `slots` are all those of the path's runs, one run a module.
 */
export function waivedSlots<Slot extends DatedSlot>(
  slots: readonly Slot[],
  waived: WaivedHours,
): readonly Slot[] {
  return waived.modules
    .filter(({ minutes }) => minutes > 0)
    .flatMap((module) => {
      const ofModule = slots.filter((slot) => isOfModule(slot, module));
      return module.isWhole ? ofModule : lastSlots(ofModule, module.minutes);
    });
}

/** Whether dispensations take this half-day off; `path` holds every half-day of the path's runs. */
export const isTakenOff = (
  slot: Omit<DatedSlot, 'minutes'>,
  path: readonly DatedSlot[],
  waived: WaivedHours,
): boolean =>
  waivedSlots(path, waived).some(
    (one) => isSameItem(one, slot) && one.date === slot.date && one.startsAt === slot.startsAt,
  );

/** The last half-days that `minutes` cover whole. */
function lastSlots<Slot extends DatedSlot>(slots: readonly Slot[], minutes: number): Slot[] {
  const lastFirst = slots.toSorted(
    (a, b) => b.date.localeCompare(a.date) || b.startsAt - a.startsAt,
  );
  const taken: Slot[] = [];
  let left = minutes;
  for (const slot of lastFirst) {
    if (slot.minutes > left) break;
    left -= slot.minutes;
    taken.push(slot);
  }
  return taken;
}

const isOfModule = (item: ProgrammeKey, module: WaivedModule): boolean =>
  item.kind === 'training' &&
  item.blockCode === module.blockCode &&
  item.moduleCode === module.moduleCode;

/** Whether a dispensation takes off the whole module; never true of an evaluation (Q3). */
export const isWhollyWaived = (item: ProgrammeKey, waived: WaivedHours): boolean =>
  waived.modules.some((module) => module.isWhole && isOfModule(item, module));
