import {
  type FeedEvent,
  type FeedSlot,
  type ParisMoment,
  tellFeedEvent,
  timeZoneOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { nameSlots } from '../planning/name-slots.ts';
import { listFeedDays } from './feed-days.ts';
import { listFollowers } from './feed-followers.ts';
import { type FeedRow, listFeedRows } from './feed-slots.ts';
import type { CentreFeed } from './feed-subject.ts';

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
    ...(await listFeedDays(tx, feed, followers, now)),
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
