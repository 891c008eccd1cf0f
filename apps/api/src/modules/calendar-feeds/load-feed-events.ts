import {
  type FeedEvent,
  type FeedSlot,
  type ParisMoment,
  type PlainDate,
  tellFeedEvent,
  tellJuryDay,
  tellPositioningDay,
  timeZoneOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import { nameSlots } from '../planning/name-slots.ts';
import { type FeedFollowers, listFollowers } from './feed-followers.ts';
import { type FeedRow, listFeedRows } from './feed-slots.ts';
import type { CentreFeed } from './feed-subject.ts';
import { tellDays } from './told-days.ts';

/** Every event of a feed as of now, in time order. */
export async function loadFeedEvents(
  tx: Tx,
  feed: CentreFeed,
  now: ParisMoment,
): Promise<FeedEvent[]> {
  const followers = await listFollowers(tx, feed, now.day);
  const rows = await listFeedRows(tx, feed, followers, now.day);
  const describe = await describeRows(tx, rows);
  const events = [
    ...rows.map((row) => tellFeedEvent(feed.kind, describe(row))),
    ...(await listJuryDays(tx, feed, followers, now)),
    ...(await listPositionings(tx, feed, followers, now.day)),
  ];
  return events.sort(
    (a, b) =>
      a.date.localeCompare(b.date) ||
      (a.hours?.startsAt ?? 0) - (b.hours?.startsAt ?? 0) ||
      a.uid.localeCompare(b.uid),
  );
}

export async function describeRows(
  tx: Tx,
  rows: readonly FeedRow[],
): Promise<(row: FeedRow) => FeedSlot> {
  const namesOf = await nameSlots(tx, rows);
  return (row) => {
    const { site, ...names } = namesOf(row);
    return {
      ...names,
      id: row.id,
      revision: row.revision,
      isCancelled: row.isCancelled,
      date: row.date,
      startsAt: row.startsAt,
      minutes: row.minutes,
      timeZone: timeZoneOf(site?.holidayZone ?? 'metropole'),
      isRemote: row.mode === 'remote',
      siteName: site?.name ?? '',
      siteAddress: site?.address ?? '',
      learnerNames: row.learnerNames,
    };
  };
}

/** The positioning of the cohort itself, or of those that a learner enters with everybody. */
async function listPositionings(
  tx: Tx,
  { kind, subjectId, centreId }: CentreFeed,
  followers: FeedFollowers,
  today: PlainDate,
): Promise<FeedEvent[]> {
  if (kind !== 'cohort' && kind !== 'learner') return [];
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
  const told = await tellDays(tx, centreId, planned, today);
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
  { kind, centreId }: CentreFeed,
  { enrolmentIds }: FeedFollowers,
  now: ParisMoment,
): Promise<FeedEvent[]> {
  if (kind !== 'learner') return [];
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
  const told = await tellDays(tx, centreId, planned, now.day);
  return told.map(({ subjectId, rank, ...day }) =>
    tellJuryDay({ enrolmentId: subjectId, rank, timeZone: 'Europe/Paris' }, day),
  );
}
