import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AssessmentEvent } from './assessment-event.ts';

/** An épreuve marked at an event. */
export interface EventMark {
  readonly enrolmentId: string;
  readonly name: string;
  readonly assessmentCode: string;
}

const refuse = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'S1:L176',
});

/**
 * What the marks given at an event forbid to change: its day, and the épreuves and candidates marked
 * there. What was assessed keeps its place (S1:L176).
 */
export function checkEventChange(
  event: Pick<AssessmentEvent, 'heldOn' | 'candidates'>,
  before: { readonly heldOn: PlainDate; readonly marks: readonly EventMark[] },
): readonly Finding[] {
  const { heldOn, marks } = before;
  if (marks.length === 0) return [];
  const moved =
    event.heldOn === heldOn
      ? []
      : [
          refuse(
            'assessment-event.day-of-marks',
            '/heldOn',
            `Des épreuves y sont notées au ${formatDay(heldOn)} : la séance garde ce jour.`,
          ),
        ];
  const lost = marks.find(
    ({ enrolmentId, assessmentCode }) =>
      !event.candidates.some(
        (one) => one.enrolmentId === enrolmentId && one.assessmentCodes.includes(assessmentCode),
      ),
  );
  if (!lost) return moved;
  const message = `${lost.name} a une épreuve notée à cette séance : gardez ce candidat et cette épreuve.`;
  return [...moved, refuse('assessment-event.keeps-marked', '/candidates', message)];
}

/** Whether an event may be taken away: nothing has been marked there; convoked, it is cancelled. */
export function checkEventRemoval(marks: readonly EventMark[]): readonly Finding[] {
  const [first] = marks;
  if (!first) return [];
  const message = `${first.name} a une épreuve notée à cette séance : elle ne se supprime plus.`;
  return [refuse('assessment-event.kept-once-marked', '', message)];
}

/**
 * Whether an attempt may be written down as made at this event: by one of its candidates, at an
 * épreuve that they sit there, on its day. Paths are those of an attempt.
 */
export function checkEventAttempt(
  attempt: {
    readonly enrolmentId: string;
    readonly blockCode: string;
    readonly assessmentCode: string;
    readonly heldOn: PlainDate;
  },
  event: Pick<AssessmentEvent, 'blockCode' | 'heldOn' | 'candidates'> & {
    readonly isCancelled: boolean;
  },
): readonly Finding[] {
  const isCandidate =
    attempt.blockCode === event.blockCode &&
    event.candidates.some(
      (one) =>
        one.enrolmentId === attempt.enrolmentId &&
        one.assessmentCodes.includes(attempt.assessmentCode),
    );
  if (event.isCancelled || !isCandidate)
    return [
      refuse(
        'assessment-event.attempt-planned',
        '/eventId',
        'Cette épreuve n’est pas prévue pour cette personne à cette séance.',
      ),
    ];
  if (attempt.heldOn === event.heldOn) return [];
  const message = `La séance a lieu le ${formatDay(event.heldOn)} : l’épreuve s’y passe ce jour-là.`;
  return [refuse('assessment-event.attempt-that-day', '/heldOn', message)];
}
