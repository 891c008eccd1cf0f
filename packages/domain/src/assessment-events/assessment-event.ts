import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { slotModes } from '../vocabulary.ts';
import type { ExtraTime } from './extra-time.ts';
import type { CandidateDue } from './list-candidates-due.ts';

/** One candidate of an event: the épreuves they sit there, and the time they have. */
export interface EventCandidate {
  readonly enrolmentId: string;
  readonly assessmentCodes: readonly string[];
  readonly extraTime: ExtraTime;
}

/** An assessment event as a person writes it. */
export interface AssessmentEvent {
  readonly blockCode: string;
  readonly heldOn: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly mode: (typeof slotModes)[number];
  /** `null` at a distance, or while none is chosen. */
  readonly roomId: string | null;
  /** Persons who assess: one or two. */
  readonly assessorIds: readonly string[];
  readonly candidates: readonly EventCandidate[];
}

/** The evaluation half-day that an event is prepared from. */
export interface EvaluationHalfDay {
  readonly blockCode: string;
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly mode: (typeof slotModes)[number];
  readonly roomId: string | null;
  readonly trainerId: string | null;
}

/**
 * The event that an evaluation half-day of the calendar calls for (S1:L178): its moment, its room, its
 * trainer as assessor, and those who are due. Nothing is kept until a person confirms it.
 */
export const proposeAssessmentEvent = (
  halfDay: EvaluationHalfDay,
  candidates: readonly CandidateDue[],
): AssessmentEvent => ({
  blockCode: halfDay.blockCode,
  heldOn: halfDay.date,
  startsAt: halfDay.startsAt,
  minutes: halfDay.minutes,
  mode: halfDay.mode,
  roomId: halfDay.mode === 'remote' ? null : halfDay.roomId,
  assessorIds: halfDay.trainerId === null ? [] : [halfDay.trainerId],
  candidates: candidates
    .filter(({ outcome }) => outcome === 'due')
    .map(({ enrolmentId, assessmentCodes }) => ({
      enrolmentId,
      assessmentCodes,
      extraTime: { kind: 'none', minutes: null },
    })),
});
