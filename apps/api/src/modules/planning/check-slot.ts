import type { SlotForm } from '@jalon/contract';
import {
  addDays,
  checkModuleHours,
  checkRemoteSlot,
  type Finding,
  isSameItem,
  mondayOf,
  type PlainDate,
  type PlannedSlot,
  prepareSlotMoves,
  roomTaken,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { invalid } from '../../http/domain-error.ts';
import { programmeOf } from '../cohorts/module-runs.ts';
import { loadMoveFacts } from '../plans/load-move-facts.ts';
import type { PlannedCohort } from './opening-rules.ts';

/** The id of a half-day that does not exist yet: it equals no other. */
const newSlotId = '';

/** A half-day as somebody wants it, in the shape of the rules. */
export const toChange = (
  cohort: PlannedCohort,
  form: SlotForm,
  slotId: string | null,
): PlannedSlot => ({
  id: slotId ?? newSlotId,
  cohortId: cohort.id,
  kind: form.kind,
  blockCode: form.blockCode,
  moduleCode: form.moduleCode,
  date: form.date,
  halfDay: form.halfDay,
  startsAt: form.startsAt,
  minutes: form.minutes,
  trainerId: form.trainerId,
  roomId: roomTaken(form),
  groupNumber: form.groupNumber ?? null,
});

/** What speaks against a half-day, and what whoever saves it all the same accepts. */
export interface SlotVerdict {
  /** At the fields of the form. */
  readonly findings: readonly Finding[];
  /** Rules of a plan, with those accepted `before`. */
  rulesAccepted(before: readonly string[]): readonly string[];
}

/** Judges a half-day that is added or changed by hand. It stays its group's. */
export async function checkSlot(
  tx: Tx,
  cohort: PlannedCohort,
  wanted: PlannedSlot,
  mode: SlotForm['mode'],
  today: PlainDate,
): Promise<SlotVerdict> {
  const monday = mondayOf(wanted.date);
  const week = { from: monday, to: addDays(monday, 6) };
  const facts = await loadMoveFacts(tx, [cohort.id], today, week);
  const present = facts.slots.find((slot) => slot.id === wanted.id);
  const change =
    present && isSameItem(present, wanted)
      ? { ...wanted, groupNumber: present.groupNumber }
      : wanted;
  const others = facts.slots.filter((slot) => slot.id !== change.id);
  const moves = prepareSlotMoves(facts);
  return {
    findings: [
      ...moves.check(change),
      ...checkModuleHours(change.minutes, planOf(cohort, change, others)),
      ...(mode === 'remote' ? await checkDistance(tx, change) : []),
    ],
    rulesAccepted: (before) => moves.rulesAccepted(change, before),
  };
}

/**
 * Said when a half-day becomes remote, and when one that is so lasts longer or teaches another
 * module; as it stands it was weighed before.
 */
async function checkDistance(tx: Tx, change: PlannedSlot): Promise<readonly Finding[]> {
  const { id, cohortId, kind, blockCode, moduleCode, groupNumber } = change;
  // The first group of a module that does not split is the whole cohort.
  const groups = [{ groupNumber }, ...(groupNumber === 1 ? [{ groupNumber: null }] : [])];
  const slots = await tx.slot.findMany({
    where: { cohortId, cancelledAt: null },
    select: { id: true, mode: true, minutes: true, moduleRun: true },
  });
  const others = slots.filter((slot) => slot.id !== id);
  const before = slots.find((slot) => slot.id === id && slot.mode === 'remote');
  if (before && isSameItem(before.moduleRun, change) && change.minutes <= before.minutes) return [];
  const learners = await tx.enrolment.count({
    where: {
      state: 'active',
      pathRuns: { some: { moduleRun: { cohortId, kind, blockCode, moduleCode, OR: groups } } },
    },
  });
  return checkRemoteSlot({
    learners,
    trainingMinutes: others.reduce((total, slot) => total + slot.minutes, change.minutes),
    isAllRemote: others.every((slot) => slot.mode === 'remote'),
  });
}

function planOf(cohort: PlannedCohort, change: PlannedSlot, others: readonly PlannedSlot[]) {
  const item = programmeOf(cohort.frameworkVersion).find(change);
  if (!item)
    throw invalid([
      {
        pointer: '/moduleCode',
        message: 'Ce module n’est pas dans le référentiel de la cohorte.',
      },
    ]);
  return {
    name: item.name,
    dueMinutes: item.minutes,
    plannedElsewhere: others
      .filter(
        (slot) =>
          slot.cohortId === cohort.id &&
          isSameItem(slot, change) &&
          (slot.groupNumber ?? 1) === (change.groupNumber ?? 1),
      )
      .reduce((total, slot) => total + slot.minutes, 0),
  };
}
