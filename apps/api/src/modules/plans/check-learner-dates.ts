import {
  checkContracts,
  checkOwnJury,
  cohortOfRun,
  type Finding,
  firstGroupOf,
  formatName,
  nextJuryDay,
  type PlainDate,
  type PlanSlot,
  runIdOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toContractPeriod } from '../enrolments/contract-periods.ts';
import { listSessionDays, withOwnJury } from '../juries/own-jury.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';

/** Days that do not go with what binds a learner, one sentence a learner. */
export interface LearnerDates {
  /** No contract then. */
  readonly outsideContracts: readonly Finding[];
  /** Their own jury is over by then. */
  readonly afterJuries: readonly Finding[];
}

/** Half-days of a plan that do not go with the contracts or the juries of those who follow them. */
export async function checkPlanLearners(
  tx: Tx,
  rows: readonly PlanCohortRow[],
  slots: readonly PlanSlot[],
  today: PlainDate,
): Promise<LearnerDates> {
  const datesOf = new Map<string, PlainDate[]>();
  const days = groupDays(slots);
  for (const row of rows)
    for (const run of row.moduleRuns) {
      const dates = days.get(runIdOf(row.id, run, run.groupNumber ?? 1)) ?? [];
      for (const { enrolment } of run.pathRuns)
        datesOf.set(enrolment.id, [...(datesOf.get(enrolment.id) ?? []), ...dates]);
    }
  // Enrolled before any calendar: all of the programme is theirs.
  for (const row of rows) {
    const all = slots.filter(
      ({ runId }) => cohortOfRun(runId) === row.id && firstGroupOf(runId) === runId,
    );
    for (const { id, _count } of row.enrolments)
      if (_count.pathRuns === 0)
        datesOf.set(
          id,
          all.map(({ date }) => date),
        );
  }
  return checkEnrolments(tx, datesOf, today);
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

/** A contract covers all that its person attends; a jury, the enrolment that it decides on. */
async function checkEnrolments(
  tx: Tx,
  datesOf: ReadonlyMap<string, readonly PlainDate[]>,
  today: PlainDate,
): Promise<LearnerDates> {
  if (datesOf.size === 0) return { outsideContracts: [], afterJuries: [] };
  const own = { where: { id: { in: [...datesOf.keys()] } }, include: withOwnJury };
  const people = await tx.person.findMany({
    where: { enrolments: { some: own.where } },
    include: { employments: true, enrolments: own },
    orderBy: [{ birthName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
  });
  return {
    outsideContracts: people.flatMap((person) =>
      checkContracts(
        {
          name: formatName(person),
          contracts: person.employments.map(toContractPeriod),
        },
        person.enrolments.flatMap(({ id }) => datesOf.get(id) ?? []),
      ),
    ),
    afterJuries: people.flatMap((person) =>
      person.enrolments.flatMap((enrolment) => {
        const juryOn = nextJuryDay({ ...listSessionDays(enrolment), today });
        const name = formatName(person);
        return juryOn ? checkOwnJury({ name, juryOn }, datesOf.get(enrolment.id) ?? []) : [];
      }),
    ),
  };
}
