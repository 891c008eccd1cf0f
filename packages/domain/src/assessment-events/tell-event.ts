import { type FeedEvent, sayCancelled } from '../feeds/tell-feed-event.ts';
import { formatTime, joinWords } from '../french-format.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { SummonsLine } from '../summons/check-summons.ts';
import { type ExtraTime, extraMinutesOf, tellExtraTime } from './extra-time.ts';

/** An event and one of its candidates, with the names that a convocation says. */
export interface ToldEvent {
  readonly id: string;
  /** Goes up with each change, from 1. */
  readonly revision: number;
  readonly blockCode: string;
  readonly heldOn: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly place: string;
  readonly timeZone: string;
  /** Titles of the épreuves that the candidate sits there. */
  readonly assessments: readonly string[];
  readonly extraTime: ExtraTime;
}

/** « Évaluation du bloc B1 : Épreuve 1 et Épreuve 2 ». */
const titleOf = ({ blockCode, assessments }: ToldEvent): string =>
  `Évaluation du bloc ${blockCode} : ${joinWords(assessments)}`;

/** What a candidate's convocation says of the event: their own hours, extra time included. */
export const tellSummonsLine = (told: ToldEvent): SummonsLine => ({
  slotId: told.id,
  date: told.heldOn,
  startsAt: told.startsAt,
  minutes: told.minutes + extraMinutesOf(told.extraTime, told.minutes),
  title: titleOf(told),
  place: told.place,
  trainerName: null,
});

/**
 * The event in a candidate's calendar: the same one whatever changes, so that a cancelled one is
 * taken out of it.
 */
export function tellAssessmentEvent(told: ToldEvent, isCancelled = false): FeedEvent {
  const { startsAt, minutes } = tellSummonsLine(told);
  return {
    uid: `assessment-event-${told.id}@jalon`,
    sequence: told.revision - 1,
    isCancelled,
    summary: sayCancelled(titleOf(told), isCancelled),
    location: told.place,
    description: '',
    date: told.heldOn,
    hours: { startsAt, endsAt: startsAt + minutes },
    timeZone: told.timeZone,
  };
}

/** « tiers temps, 1 h 10 de plus, jusqu’à 13 h 40 »; empty when there is none. */
export function tellOwnEnd(
  { startsAt, minutes }: Pick<ToldEvent, 'startsAt' | 'minutes'>,
  extraTime: ExtraTime,
): string {
  const words = tellExtraTime(extraTime, minutes);
  if (words === '') return '';
  const end = startsAt + minutes + extraMinutesOf(extraTime, minutes);
  return `${words}, jusqu’à ${formatTime(end)}`;
}
