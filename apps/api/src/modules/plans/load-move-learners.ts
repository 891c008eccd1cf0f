import {
  formatName,
  groupBy,
  type MoveFacts,
  nextJuryDay,
  type PlainDate,
  runIdOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toContractPeriod } from '../enrolments/contract-periods.ts';
import { type KnownFollower, loadFollowers } from '../facts/load-followers.ts';
import { listSessionDays, withOwnJury } from '../juries/own-jury.ts';

/** Those who follow half-days of some cohorts, in the shape of the rules. */
export interface MoveLearners {
  readonly all: MoveFacts['learners'];
  readonly followings: MoveFacts['followings'];
  /** Module runs of which a dispensation takes half-days off: which ones depends on all of them. */
  readonly lightenedRunIds: readonly string[];
}

export async function loadMoveLearners(
  tx: Tx,
  cohortIds: readonly string[],
  today: PlainDate,
): Promise<MoveLearners> {
  const { all } = await loadFollowers(tx, {
    state: 'active',
    pathRuns: { some: { moduleRun: { cohortId: { in: [...cohortIds] } } } },
  });
  const juryOf = await loadOwnJuries(tx, all, today);
  const learners = all
    .map((follower) => ({
      follower,
      learner: toLearner(follower, juryOf.get(follower.enrolmentId) ?? null),
    }))
    .toSorted((a, b) => a.learner.name.localeCompare(b.learner.name, 'fr'));
  const ranked = learners.flatMap(({ follower }, rank) =>
    [...follower.runIds].map((moduleRunId) => ({ moduleRunId, rank })),
  );
  const ranksOf = groupBy(ranked, ({ moduleRunId }) => moduleRunId);
  const runs = await tx.moduleRun.findMany({ where: { id: { in: [...ranksOf.keys()] } } });
  return {
    all: learners.map(({ learner }) => learner),
    followings: runs.map((run) => ({
      runId: runIdOf(run.cohortId, run, run.groupNumber ?? 1),
      learners: (ranksOf.get(run.id) ?? []).map(({ rank }) => rank),
    })),
    lightenedRunIds: all.flatMap(({ waived, runIds }) => (waived === null ? [] : [...runIds])),
  };
}

/** The days of the sessions prepared for some of them, by enrolment. */
async function loadOwnJuries(
  tx: Tx,
  followers: readonly KnownFollower[],
  today: PlainDate,
): Promise<ReadonlyMap<string, PlainDate | null>> {
  const rows = await tx.enrolment.findMany({
    where: {
      id: { in: followers.map(({ enrolmentId }) => enrolmentId) },
      juryCandidates: { some: {} },
    },
    include: withOwnJury,
  });
  return new Map(rows.map((row) => [row.id, nextJuryDay({ ...listSessionDays(row), today })]));
}

const toLearner = (
  { person, startsOn, endsOn, waived }: KnownFollower,
  juryOn: PlainDate | null,
): MoveFacts['learners'][number] => ({
  name: formatName(person),
  startsOn,
  endsOn,
  waived,
  juryOn,
  contracts: person.employments.map(toContractPeriod),
});
