import type { SlotForm } from '@jalon/contract';
import {
  addDays,
  checkLearnerClashes,
  checkModuleHours,
  type Finding,
  formatName,
  isSameItem,
  mondayOf,
  type PlainDate,
  type PlannedSlot,
  prepareSlotMoves,
  roomTaken,
  type SharedSlot,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { invalid } from '../../http/domain-error.ts';
import { programmeOf } from '../cohorts/module-runs.ts';
import { checkSlotLearners } from '../plans/check-learner-dates.ts';
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
      ...checkLearnerClashes(change, await findShared(tx, cohort, change, others)),
      ...(await checkSlotLearners(tx, change, present, today)),
    ],
    rulesAccepted: (before) => moves.rulesAccepted(change, before),
  };
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

/** Half-days of other cohorts that day, with those whose path has both. */
async function findShared(
  tx: Tx,
  cohort: PlannedCohort,
  change: PlannedSlot,
  others: readonly PlannedSlot[],
): Promise<SharedSlot[]> {
  const elsewhere = others.filter(
    (slot) => slot.cohortId !== cohort.id && slot.date === change.date,
  );
  if (elsewhere.length === 0) return [];
  const { kind, blockCode, moduleCode } = change;
  const rows = await tx.slot.findMany({
    where: { id: { in: elsewhere.map(({ id }) => id) } },
    include: {
      cohort: { select: { name: true } },
      moduleRun: {
        select: {
          pathRuns: {
            where: {
              enrolment: {
                state: 'active',
                pathRuns: {
                  some: { moduleRun: { cohortId: cohort.id, kind, blockCode, moduleCode } },
                },
              },
            },
            select: { enrolment: { select: { person: true } } },
          },
        },
      },
    },
  });
  return rows.map((row) => ({
    slot: { date: toDay(row.heldOn), startsAt: row.startsAt, minutes: row.minutes },
    cohortName: row.cohort.name,
    learnerNames: row.moduleRun.pathRuns.map(({ enrolment }) => formatName(enrolment.person)),
  }));
}
