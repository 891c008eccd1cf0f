import type { CalendarFeedView, Request } from '@jalon/contract';

/** Whose half-days to subscribe to, as the API takes it. */
export type FeedOf = Request<'POST /calendar-feeds'>['body'];

/** The row that a feed is of; `null` for the person's own half-days. */
function subjectOf(of: FeedOf): string | null {
  if (of.kind === 'cohort') return of.cohortId;
  if (of.kind === 'room') return of.roomId;
  return of.kind === 'trainer' ? of.trainerId : null;
}

/** Whether an address in service is one of this calendar. */
export const isFeedOf = (of: FeedOf, personId: string, feed: CalendarFeedView): boolean =>
  feed.kind === of.kind && feed.subject.id === (subjectOf(of) ?? personId);
