import {
  type FeedEvent,
  type FeedSlot,
  type ParisMoment,
  tellFeedEvent,
  tellJuryDay,
  tellPositioningDay,
  timeZoneOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import { nameSlots } from '../planning/name-slots.ts';
import { type FeedFollowers, listFollowers } from './feed-followers.ts';
import { type FeedRow, listFeedRows } from './feed-slots.ts';
import type { FeedSubject } from './feed-subject.ts';

/** Every event of a feed as of now, in time order. */
export async function loadFeedEvents(
  tx: Tx,
  subject: FeedSubject,
  now: ParisMoment,
): Promise<FeedEvent[]> {
  const followers = await listFollowers(tx, subject, now.day);
  const rows = await listFeedRows(tx, subject, followers, now.day);
  const describe = await describeRows(tx, rows);
  const juryDays = subject.kind === 'learner' ? await listJuryDays(tx, followers, now) : [];
  const positionings = await listPositionings(tx, subject, followers);
  const slots = rows.map((row) => tellFeedEvent(subject.kind, describe(row)));
  return [...slots, ...juryDays, ...positionings].sort(
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
  { kind, subjectId }: FeedSubject,
  followers: FeedFollowers,
): Promise<FeedEvent[]> {
  if (kind !== 'cohort' && kind !== 'learner') return [];
  const ids = [...followers.enrolmentIds];
  const cohorts = await tx.cohort.findMany({
    where: {
      positioningOn: { not: null },
      ...(kind === 'cohort' ? { id: subjectId } : { enrolments: { some: { id: { in: ids } } } }),
    },
    include: { site: true, enrolments: { where: { id: { in: ids } } } },
  });
  return cohorts.flatMap(({ id, name, revision, startsOn, positioningOn, site, enrolments }) => {
    const entersWithAll = enrolments.some((enrolment) => enrolment.startsOn <= startsOn);
    if (positioningOn === null || (kind === 'learner' && !entersWithAll)) return [];
    const timeZone = timeZoneOf(site.holidayZone);
    return [tellPositioningDay({ id, name, revision, date: toDay(positioningOn), timeZone })];
  });
}

/** The jury that a learner's own page announces: a session, or the day planned for the cohort. */
async function listJuryDays(
  tx: Tx,
  followers: FeedFollowers,
  now: ParisMoment,
): Promise<FeedEvent[]> {
  const ids = [...followers.enrolmentIds];
  const { learners } = await readLearnerFacts(queryIn(tx), 'enrolments', ids, now);
  const days = await Promise.all(
    learners.map(async ({ facts: { nextJuryOn }, nextJuryId, cohortId }) => {
      if (nextJuryOn === null) return [];
      const { revision } = nextJuryId
        ? await tx.jurySession.findFirstOrThrow({ where: { id: nextJuryId } })
        : await tx.cohort.findFirstOrThrow({ where: { id: cohortId } });
      return [
        tellJuryDay({
          id: nextJuryId ?? cohortId,
          revision,
          date: nextJuryOn,
          timeZone: 'Europe/Paris',
        }),
      ];
    }),
  );
  return days.flat();
}
