import {
  checkContracts,
  cohortOfRun,
  type Finding,
  firstGroupOf,
  formatName,
  isSameItem,
  type PlainDate,
  type PlannedSlot,
  type PlanSlot,
  runIdOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';

/** Half-days of a plan on which those who follow them have no contract, learner by learner. */
export async function checkPlanContracts(
  tx: Tx,
  rows: readonly PlanCohortRow[],
  slots: readonly PlanSlot[],
): Promise<readonly Finding[]> {
  const datesOf = new Map<string, PlainDate[]>();
  const days = groupDays(slots);
  for (const row of rows)
    for (const run of row.moduleRuns) {
      const dates = days.get(runIdOf(row.id, run, run.groupNumber ?? 1)) ?? [];
      for (const { enrolment } of run.pathRuns)
        datesOf.set(enrolment.personId, [...(datesOf.get(enrolment.personId) ?? []), ...dates]);
    }
  // Enrolled before any calendar: all of the programme is theirs.
  for (const row of rows) {
    const all = slots.filter(
      ({ runId }) => cohortOfRun(runId) === row.id && firstGroupOf(runId) === runId,
    );
    for (const { personId, _count } of row.enrolments)
      if (_count.pathRuns === 0)
        datesOf.set(
          personId,
          all.map(({ date }) => date),
        );
  }
  return checkPeople(tx, datesOf);
}

/** The same for one half-day that a person adds or puts on another day. */
export async function checkSlotContracts(
  tx: Tx,
  change: PlannedSlot,
  present: PlannedSlot | undefined,
): Promise<readonly Finding[]> {
  if (present?.date === change.date && isSameItem(present, change)) return [];
  const { cohortId, kind, blockCode, moduleCode, groupNumber } = change;
  const moduleRun = {
    cohortId,
    kind,
    blockCode,
    moduleCode,
    ...(groupNumber === null ? {} : { groupNumber: { in: [groupNumber] } }),
  };
  const followers = await tx.enrolment.findMany({
    where: { state: 'active', pathRuns: { some: { moduleRun } } },
    select: { personId: true },
  });
  return checkPeople(tx, new Map(followers.map(({ personId }) => [personId, [change.date]])));
}

function groupDays(slots: readonly PlanSlot[]): ReadonlyMap<string, readonly PlainDate[]> {
  const days = new Map<string, PlainDate[]>();
  for (const { runId, date } of slots) {
    const known = days.get(runId);
    if (known) known.push(date);
    else days.set(runId, [date]);
  }
  return days;
}

async function checkPeople(
  tx: Tx,
  datesOf: ReadonlyMap<string, readonly PlainDate[]>,
): Promise<readonly Finding[]> {
  if (datesOf.size === 0) return [];
  const people = await tx.person.findMany({
    where: { id: { in: [...datesOf.keys()] }, employments: { some: {} } },
    include: { employments: true },
    orderBy: [{ birthName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
  });
  return people.flatMap((person) =>
    checkContracts(
      {
        name: formatName(person),
        contracts: person.employments.map(({ hireDate, endsOn }) => ({
          from: toDay(hireDate),
          to: toDayOrNull(endsOn),
        })),
      },
      datesOf.get(person.id) ?? [],
    ),
  );
}
