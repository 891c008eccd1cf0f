import {
  addDays,
  buildRuns,
  formatName,
  isCredentialInFullDays,
  isSameItem,
  type MoveFacts,
  type PlainDate,
  type PlanRun,
  type PlanTrainer,
  trainerWithoutWeek,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { toPlanned } from '../planning/describe-slot.ts';
import { openingRules } from '../planning/opening-rules.ts';
import { readContractBounds } from './contract-bounds.ts';
import { loadMoveLearners } from './load-move-learners.ts';
import { countLearners, countSeated, findJuryDay, toPlanCohort } from './load-problem.ts';
import { loadRooms, loadTrainers, toAccreditations } from './load-resources.ts';
import { findPlanCohorts, type PlanCohortRow } from './plan-cohort-row.ts';

/** The weeks that are looked at beyond the cohorts' own half-days; no end for all that follow. */
export interface MoveSpan {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/**
 * What speaks for or against a half-day of these cohorts changed by hand: the same facts whether it
 * is dragged on a screen or typed in a form.
 */
export async function loadMoveFacts(
  tx: Tx,
  cohortIds: readonly string[],
  today: PlainDate,
  span: MoveSpan,
): Promise<MoveFacts> {
  const rows = await findPlanCohorts(tx, cohortIds);
  const learners = await loadMoveLearners(tx, cohortIds, today);
  const slots = await tx.slot.findMany({
    where: {
      cancelledAt: null,
      OR: [
        { cohortId: { in: [...cohortIds] } },
        { moduleRunId: { in: [...learners.lightenedRunIds] } },
        { heldOn: { gte: fromDay(span.from), ...(span.to ? { lte: fromDay(span.to) } : {}) } },
      ],
    },
    include: { moduleRun: true },
  });
  const runs = rows.flatMap((row) => listRuns(row, today));
  return {
    cohorts: rows.map(toMoveCohort),
    slots: slots.map(toPlanned),
    lockedIds: slots.flatMap(({ id, lockedAt }) => (lockedAt ? [id] : [])),
    today,
    cohortNames: await nameCohorts(tx, slots),
    learners: learners.all,
    followings: learners.followings,
    problem: {
      cohorts: rows.map((row) => toPlanCohort(row, [], addDays(today, 1))),
      runs,
      trainers: await listTrainers(tx, runs),
      rooms: await loadRooms(tx),
    },
  };
}

async function nameCohorts(
  tx: Tx,
  slots: readonly { readonly cohortId: string }[],
): Promise<Readonly<Record<string, string>>> {
  const ids = new Set(slots.map(({ cohortId }) => cohortId));
  const rows = await tx.cohort.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

const toMoveCohort = (row: PlanCohortRow): MoveFacts['cohorts'][number] => ({
  id: row.id,
  startsOn: toDay(row.startsOn),
  endsOn: toDayOrNull(row.endsOn),
  weekdays: row.weekdays,
  positioningOn: toDayOrNull(row.positioningOn),
  ...openingRules(row.site, row.closedMonths),
});

/** All of the programme, what was held included: a half-day of the past is corrected too. */
const listRuns = (row: PlanCohortRow, today: PlainDate): readonly PlanRun[] =>
  buildRuns({
    cohortId: row.id,
    framework: toFramework(row.frameworkVersion),
    frameworkVersionId: row.frameworkVersionId,
    minutesPerDay: row.minutesPerDay,
    juryOn: findJuryDay(row, today),
    contractsEndOn: readContractBounds(row, today).endsOn,
    credentialInFullDays: isCredentialInFullDays(row),
    // What nobody follows any more still asks for a trainer who may teach it.
    countLearners: (item) => Math.max(1, countLearners(row, item, today)),
    held: (item) =>
      row.moduleRuns
        .filter((run) => isSameItem(run, item))
        .map(() => ({ minutes: 0, trainerIds: [] })),
    seated: (item) => countSeated(row, item),
  });

/** Those whose week nobody typed too: they may be given a half-day by hand. */
async function listTrainers(tx: Tx, runs: readonly PlanRun[]): Promise<readonly PlanTrainer[]> {
  const { trainers } = await loadTrainers(tx, '');
  const others = await tx.person.findMany({
    where: { trainerProfile: null, memberships: { some: { role: 'trainer', endedAt: null } } },
    include: { accreditations: true },
    orderBy: { id: 'asc' },
  });
  return [
    ...trainers,
    ...others.map((person) =>
      trainerWithoutWeek(
        { id: person.id, name: formatName(person), ...toAccreditations(person.accreditations) },
        runs,
      ),
    ),
  ];
}
