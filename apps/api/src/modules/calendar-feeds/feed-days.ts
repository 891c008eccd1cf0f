import {
  type FeedEvent,
  listSharedDays,
  type ParisMoment,
  tellCohortJury,
  tellJuryDay,
  tellPositioningDay,
  timeZoneOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import { readCohortJuries, taughtNow, withCohortJuries } from '../juries/cohort-juries.ts';
import type { FeedFollowers } from './feed-followers.ts';
import type { CentreFeed } from './feed-subject.ts';
import { type PlannedDay, tellDays } from './told-days.ts';

/** The whole days of a feed: the positioning and the jury, of a learner or of a cohort. */
export async function listFeedDays(
  tx: Tx,
  feed: CentreFeed,
  followers: FeedFollowers,
  now: ParisMoment,
): Promise<FeedEvent[]> {
  if (feed.kind !== 'cohort' && feed.kind !== 'learner') return [];
  const juries =
    feed.kind === 'cohort'
      ? await listCohortJury(tx, feed, now)
      : await listJuryDays(tx, feed, followers, now);
  return [...juries, ...(await listPositionings(tx, feed, followers, now))];
}

/** The positioning of the cohort itself, or of those that a learner enters with everybody. */
async function listPositionings(
  tx: Tx,
  { kind, subjectId, centreId }: CentreFeed,
  followers: FeedFollowers,
  { day: today }: ParisMoment,
): Promise<FeedEvent[]> {
  const ids = [...followers.enrolmentIds];
  const cohorts = await tx.cohort.findMany({
    where: kind === 'cohort' ? { id: subjectId } : { enrolments: { some: { id: { in: ids } } } },
    include: { site: true, enrolments: { where: { id: { in: ids } } } },
  });
  const entered = cohorts.filter(
    ({ startsOn, enrolments }) =>
      kind === 'cohort' || enrolments.some((enrolment) => enrolment.startsOn <= startsOn),
  );
  const planned = entered.map(({ id, positioningOn }) => ({
    subjectId: id,
    rank: 1,
    date: toDayOrNull(positioningOn),
  }));
  const told = await tellDays(tx, { centreId, kind: 'positioning' }, planned, today);
  return told.flatMap(({ subjectId: cohortId, ...day }) =>
    entered
      .filter(({ id }) => id === cohortId)
      .map(({ id, name, site }) =>
        tellPositioningDay({ id, name, timeZone: timeZoneOf(site.holidayZone) }, day),
      ),
  );
}

/** The jury that a learner's own page announces: of a session, or the day planned for the cohort. */
async function listJuryDays(
  tx: Tx,
  { centreId }: CentreFeed,
  { enrolmentIds }: FeedFollowers,
  now: ParisMoment,
): Promise<FeedEvent[]> {
  const { learners } = await readLearnerFacts(queryIn(tx), 'enrolments', enrolmentIds, now);
  const closed = await tx.juryCandidate.groupBy({
    by: ['enrolmentId'],
    where: { enrolmentId: { in: [...enrolmentIds] }, jurySession: { state: 'closed' } },
    _count: true,
  });
  const closedOf = new Map(closed.map(({ enrolmentId, _count }) => [enrolmentId, _count]));
  const planned = learners.map(({ enrolmentId, facts: { nextJuryOn } }) => ({
    subjectId: enrolmentId,
    // A closed session stays closed: what comes after it is another event.
    rank: (closedOf.get(enrolmentId) ?? 0) + 1,
    date: nextJuryOn,
  }));
  const told = await tellDays(tx, { centreId, kind: 'jury' }, planned, now.day);
  return told.map(({ subjectId: id, rank, ...day }) =>
    tellJuryDay({ id, rank, cohortName: null, timeZone: 'Europe/Paris' }, day),
  );
}

/** The jury of the cohort, once it plans one or a session of half of its learners is prepared. */
async function listCohortJury(
  tx: Tx,
  { subjectId, centreId }: CentreFeed,
  { day: today }: ParisMoment,
): Promise<FeedEvent[]> {
  const cohort = await tx.cohort.findFirst({
    where: { id: subjectId },
    include: { site: true, ...withCohortJuries },
  });
  if (!cohort) return [];
  const closed = await countClosedJuries(tx, subjectId);
  const juries = readCohortJuries(cohort, today);
  const planned: PlannedDay = {
    subjectId,
    rank: closed + 1,
    // A session that was held has taken the place of the day that was planned.
    date: tellCohortJury(closed > 0 ? { ...juries, plannedOn: null } : juries),
  };
  const told = await tellDays(tx, { centreId, kind: 'jury' }, [planned], today);
  const { name: cohortName, site } = cohort;
  return told.map(({ subjectId: id, rank, ...day }) =>
    tellJuryDay({ id, rank, cohortName, timeZone: timeZoneOf(site.holidayZone) }, day),
  );
}

/** The days on which at least half of a cohort has passed. */
async function countClosedJuries(tx: Tx, cohortId: string): Promise<number> {
  const passed = { cohortId, ...taughtNow, state: { not: 'withdrawn' } } as const;
  const candidates = await tx.juryCandidate.findMany({
    where: { kind: 'training', enrolment: passed, jurySession: { state: 'closed' } },
    select: { jurySession: { select: { heldOn: true } } },
  });
  const sessionDays = candidates.map(({ jurySession }) => toDay(jurySession.heldOn));
  const learners = await tx.enrolment.count({ where: passed });
  return listSharedDays({ sessionDays, learners }).length;
}
