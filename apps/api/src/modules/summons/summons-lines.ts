import {
  type FeedEvent,
  type PlainDate,
  type SummonsLine,
  type ToldEvent,
  tellAssessmentEvent,
  tellFeedEvent,
  tellSummonsLine,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { listFollowers } from '../calendar-feeds/feed-followers.ts';
import { type FeedRow, listFeedRows } from '../calendar-feeds/feed-slots.ts';
import { describeRows } from '../calendar-feeds/load-feed-events.ts';

/** What a learner is asked to come to: in words for the document, as events for their calendar. */
export interface ToCome {
  readonly lines: readonly SummonsLine[];
  readonly events: readonly FeedEvent[];
}

/** The half-days to come of one enrolment, the ones that the learner's own page and feed show. */
export async function listToCome(
  tx: Tx,
  enrolment: { readonly id: string; readonly personId: string },
  today: PlainDate,
): Promise<ToCome> {
  const subject = { kind: 'learner' as const, subjectId: enrolment.personId };
  const own = await listFollowers(tx, subject, today, { id: enrolment.id });
  const rows = (await listFeedRows(tx, subject, own, today))
    .filter(({ isCancelled, date }) => !isCancelled && date >= today)
    .sort(inTime);
  const describe = await describeRows(tx, rows);
  const told = rows.map((row) => ({ row, event: tellFeedEvent('learner', describe(row)) }));
  return {
    events: told.map(({ event }) => event),
    lines: told.map(({ row, event }) => ({
      slotId: row.id,
      date: row.date,
      startsAt: row.startsAt,
      minutes: row.minutes,
      title: event.summary,
      place: event.location,
      trainerName: describe(row).trainerName,
    })),
  };
}

const inTime = (a: FeedRow, b: FeedRow): number =>
  a.date.localeCompare(b.date) || a.startsAt - b.startsAt;

/** One assessment event, in the hours of the candidate. */
export const toldAsEvent = (event: ToldEvent): ToCome => ({
  lines: [tellSummonsLine(event)],
  events: [tellAssessmentEvent(event)],
});
