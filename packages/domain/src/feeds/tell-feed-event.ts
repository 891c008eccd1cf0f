import { joinWords } from '../french-format.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { FeedKind } from '../vocabulary.ts';
import type { ToldDay } from './told-day.ts';

/** A half-day with all that a calendar may say of it. */
export interface FeedSlot {
  readonly id: string;
  /** Goes up with each change, from 1. */
  readonly revision: number;
  readonly isCancelled: boolean;
  /** « Module 3 : l’accueil », « Évaluation du bloc B1 ». */
  readonly title: string;
  readonly cohortName: string;
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly timeZone: string;
  readonly isRemote: boolean;
  readonly roomName: string | null;
  readonly siteName: string;
  readonly siteAddress: string;
  readonly trainerName: string | null;
  /** Spoken names of the tutor's learners who are expected; empty for the other kinds. */
  readonly learnerNames: readonly string[];
}

/** One event of a calendar feed, in the words of its subscriber. */
export interface FeedEvent {
  /** Stays the same for ever: a moved half-day moves in the subscriber's calendar. */
  readonly uid: string;
  /** 0 for the first version (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly date: PlainDate;
  /** `null` for the whole day. */
  readonly hours: { readonly startsAt: MinuteOfDay; readonly endsAt: MinuteOfDay } | null;
  readonly timeZone: string;
}

/**
 * A half-day as the subscriber of a feed reads it: no more than their screen shows them. A tutor
 * reads that their learner is in training, not what is taught nor by whom.
 */
export function tellFeedEvent(kind: FeedKind, slot: FeedSlot): FeedEvent {
  const { summary, location, description } = words[kind](slot);
  return {
    uid: `${slot.id}@jalon`,
    sequence: slot.revision - 1,
    isCancelled: slot.isCancelled,
    summary: sayCancelled(summary, slot.isCancelled),
    location,
    description: description.join('\n'),
    date: slot.date,
    hours: { startsAt: slot.startsAt, endsAt: slot.startsAt + slot.minutes },
    timeZone: slot.timeZone,
  };
}

interface Words {
  readonly summary: string;
  readonly location: string;
  readonly description: readonly string[];
}

const placeOf = ({ isRemote, roomName, siteName, siteAddress }: FeedSlot): string =>
  isRemote ? 'À distance' : [roomName, siteName, siteAddress].filter(Boolean).join(', ');

const taughtBy = ({ trainerName }: FeedSlot): string =>
  trainerName === null ? 'Formateur à venir' : `Formateur : ${trainerName}`;

const words: Record<FeedKind, (slot: FeedSlot) => Words> = {
  learner: (slot) => ({
    summary: slot.title,
    location: placeOf(slot),
    description: [slot.cohortName, taughtBy(slot)],
  }),
  trainer: (slot) => ({
    summary: `${slot.title} · ${slot.cohortName}`,
    location: placeOf(slot),
    description: [slot.cohortName],
  }),
  tutor: (slot) => ({
    summary: `En formation : ${joinWords(slot.learnerNames)}`,
    location: '',
    description: [],
  }),
  cohort: (slot) => ({
    summary: slot.title,
    location: placeOf(slot),
    description: [slot.cohortName, taughtBy(slot)],
  }),
  room: (slot) => ({
    summary: `${slot.cohortName} · ${slot.title}`,
    location: placeOf(slot),
    description: [taughtBy(slot)],
  }),
};

interface DayOf {
  readonly timeZone: string;
}

/** The day on which those who enter a cohort are positioned (Qualiopi 8): before any half-day. */
export const tellPositioningDay = (
  cohort: DayOf & { readonly id: string; readonly name: string },
  told: ToldDay,
): FeedEvent =>
  tellDay(
    {
      uid: `positioning-${cohort.id}@jalon`,
      summary: 'Positionnement',
      description: `${cohort.name} : les cours commencent ensuite.`,
      ...cohort,
    },
    told,
  );

/**
 * The day of a jury on the calendar of a learner, or of the cohort that it binds, once it is known:
 * the same event whether only the day is planned or a session is prepared.
 */
export const tellJuryDay = (
  jury: DayOf & {
    /** The enrolment's, or the cohort's. */
    readonly id: string;
    /** The first jury of the enrolment or of the cohort, the second… */
    readonly rank: number;
    /** `null` on a learner's own calendar. */
    readonly cohortName: string | null;
  },
  told: ToldDay,
): FeedEvent =>
  tellDay(
    {
      uid: `jury-${jury.id}-${jury.rank}@jalon`,
      summary: 'Jury de certification',
      description:
        jury.cohortName === null
          ? 'L’heure de votre passage figure sur votre convocation.'
          : `${jury.cohortName} : l’heure de chacun figure sur sa convocation.`,
      ...jury,
    },
    told,
  );

const tellDay = (
  {
    uid,
    summary,
    description,
    timeZone,
  }: DayOf & Record<'uid' | 'summary' | 'description', string>,
  { date, sequence, isCancelled }: ToldDay,
): FeedEvent => ({
  uid,
  sequence,
  isCancelled,
  summary: sayCancelled(summary, isCancelled),
  location: '',
  description,
  date,
  hours: null,
  timeZone,
});

/** Some applications show a cancelled event as any other. */
export const sayCancelled = (summary: string, isCancelled: boolean): string =>
  isCancelled ? `Annulé · ${summary}` : summary;
