import type { Finding } from '../finding.ts';
import type { CompetenceBlock } from '../frameworks/framework.ts';
import { countNoun, formatDay, formatTime } from '../french-format.ts';
import { type CandidateTie, detectConflicts } from '../juries/detect-conflicts.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import { afternoonStart, eveningStart, morningEnd } from '../planning/check-slot-change.ts';
import type { AssessmentEvent, EventCandidate } from './assessment-event.ts';
import { extraMinutesOf } from './extra-time.ts';

/** Something that holds a person or a room on the event's day. */
export interface EventBooking {
  readonly personId: string | null;
  readonly roomId: string | null;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  /** « Vocabulaire médical », « Évaluation du bloc B2 ». */
  readonly name: string;
}

export interface KnownAssessor {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
}

export interface KnownCandidate {
  readonly enrolmentId: string;
  readonly name: string;
  /** Tutors and employers of theirs. */
  readonly ties: readonly CandidateTie[];
  /** Day of the last module of the block on their path; `null` when none is planned. */
  readonly lastModuleOn: PlainDate | null;
}

/** What an event is checked against: the persons it names, and what else happens that day. */
export interface EventContext {
  readonly block: CompetenceBlock;
  readonly room: { readonly name: string; readonly seats: number } | null;
  /** Everything of that day but the evaluation of this block for these candidates. */
  readonly bookings: readonly EventBooking[];
  readonly assessors: readonly KnownAssessor[];
  readonly candidates: readonly KnownCandidate[];
}

/**
 * What speaks against an assessment event. Errors: nobody assesses or is assessed, somebody named
 * twice, an épreuve that is not sat. Warnings, for a person to decide: an assessor tied to a
 * candidate, a room too small, somebody or a room taken at that time (real intervals), an event
 * before the block's last module (S1:L178), extra time that overflows the half-day.
 */
export const checkAssessmentEvent = (
  event: AssessmentEvent,
  context: EventContext,
): readonly Finding[] => [
  ...checkNamed(event),
  ...event.candidates.flatMap((candidate, index) => [
    ...checkSat(candidate, index, context),
    ...checkReady(event, candidate, index, context),
    ...checkExtraTime(event, candidate, index, context),
  ]),
  ...checkTies(event, context),
  ...checkRoom(event, context),
  ...checkBookings(event, context),
];

function checkNamed({ assessorIds, candidates }: AssessmentEvent): readonly Finding[] {
  const twice = (ids: readonly string[], path: string, rule: string, message: string) =>
    ids.flatMap((one, index) =>
      ids.indexOf(one) < index ? [error(rule, `${path}/${index}`, message)] : [],
    );
  return [
    ...(assessorIds.length < 1 || assessorIds.length > 2
      ? [
          error(
            'assessment-event.one-or-two-assessors',
            '/assessorIds',
            'Choisissez un ou deux évaluateurs.',
          ),
        ]
      : []),
    ...(candidates.length === 0
      ? [
          error(
            'assessment-event.has-candidates',
            '/candidates',
            'Choisissez au moins un candidat.',
          ),
        ]
      : []),
    ...twice(
      assessorIds,
      '/assessorIds',
      'assessment-event.assessor-once',
      'Cet évaluateur est choisi deux fois.',
    ),
    ...twice(
      candidates.map(({ enrolmentId }) => enrolmentId),
      '/candidates',
      'assessment-event.candidate-once',
      'Ce candidat est déjà dans la séance.',
    ),
  ];
}

function checkSat(
  { enrolmentId, assessmentCodes }: EventCandidate,
  index: number,
  { block, candidates }: EventContext,
): readonly Finding[] {
  const path = `/candidates/${index}/assessmentCodes`;
  const rule = 'assessment-event.known-assessments';
  const name = nameOf(candidates, enrolmentId);
  if (assessmentCodes.length === 0)
    return [error(rule, path, `${name} : choisissez au moins une épreuve.`)];
  const unknown = assessmentCodes.find(
    (code) => !block.assessments.some((one) => one.code === code && one.credentialCode === null),
  );
  if (unknown === undefined) return [];
  return [error(rule, path, `${name} : ${unknown} ne se passe pas en séance dans ce bloc.`)];
}

function checkReady(
  { heldOn, blockCode }: AssessmentEvent,
  { enrolmentId }: EventCandidate,
  index: number,
  { candidates }: EventContext,
): readonly Finding[] {
  const known = candidates.find((one) => one.enrolmentId === enrolmentId);
  if (!known?.lastModuleOn || known.lastModuleOn <= heldOn) return [];
  return [
    warn(
      'assessment-event.after-training',
      `/candidates/${index}`,
      `${known.name} suit encore des modules du bloc ${blockCode} jusqu’au ${formatDay(known.lastModuleOn)} : la séance vient avant.`,
      'S1:L178',
    ),
  ];
}

function checkExtraTime(
  { startsAt, minutes }: AssessmentEvent,
  { enrolmentId, extraTime }: EventCandidate,
  index: number,
  { candidates }: EventContext,
): readonly Finding[] {
  const extra = extraMinutesOf(extraTime, minutes);
  const end = startsAt + minutes + extra;
  const limit = startsAt < afternoonStart ? morningEnd : eveningStart;
  if (extra === 0 || end <= limit) return [];
  return [
    warn(
      'assessment-event.extra-time-fits',
      `/candidates/${index}/extraTime`,
      `${nameOf(candidates, enrolmentId)} finit à ${formatTime(end)} avec son temps supplémentaire, après ${formatTime(limit)} : prévoyez la salle et l’évaluateur, ou commencez plus tôt.`,
      'DOMAIN 8.1 et 12',
    ),
  ];
}

/** A trainer assesses their learners; their tutor or employer should not (W34). */
function checkTies(event: AssessmentEvent, context: EventContext): readonly Finding[] {
  const ties = context.candidates.map(({ enrolmentId, ties: own }) => ({
    candidateId: enrolmentId,
    ties: own.filter(({ kind }) => kind !== 'trainer'),
  }));
  return event.assessorIds.flatMap((personId, index) => {
    const assessor = context.assessors.find((one) => one.personId === personId);
    if (!assessor) return [];
    return detectConflicts({ ...assessor, id: personId }, ties).map(
      ({ candidateId, facts, source }) =>
        warn(
          'assessment-event.assessor-untied',
          `/assessorIds/${index}`,
          `${nameOf(context.candidates, candidateId)} : ${facts}`,
          source,
        ),
    );
  });
}

function checkRoom({ candidates }: AssessmentEvent, { room }: EventContext): readonly Finding[] {
  if (room === null || candidates.length <= room.seats) return [];
  return [
    warn(
      'assessment-event.room-seats',
      '/roomId',
      `${room.name} a ${countNoun(room.seats, 'place')} pour ${countNoun(candidates.length, 'candidat')}.`,
      'DOMAIN 12',
    ),
  ];
}

function checkBookings(
  event: AssessmentEvent,
  { bookings, assessors, room }: EventContext,
): readonly Finding[] {
  const { startsAt, minutes, assessorIds, roomId } = event;
  const clashing = bookings.filter(
    (one) => one.startsAt < startsAt + minutes && startsAt < one.startsAt + one.minutes,
  );
  const tell = (rule: string, path: string, who: string, one: EventBooking) =>
    warn(
      rule,
      path,
      `${who} : déjà pris de ${formatTime(one.startsAt)} à ${formatTime(one.startsAt + one.minutes)} (${one.name}).`,
      'DOMAIN 12',
    );
  return clashing.flatMap((one) => [
    ...assessorIds.flatMap((personId, index) =>
      one.personId === personId
        ? [
            tell(
              'assessment-event.assessor-free',
              `/assessorIds/${index}`,
              assessors.find((known) => known.personId === personId)?.name ?? 'Évaluateur',
              one,
            ),
          ]
        : [],
    ),
    ...(roomId !== null && one.roomId === roomId
      ? [tell('assessment-event.room-free', '/roomId', room?.name ?? 'Salle', one)]
      : []),
  ]);
}

const nameOf = (
  candidates: readonly { readonly enrolmentId: string; readonly name: string }[],
  id: string,
): string => candidates.find(({ enrolmentId }) => enrolmentId === id)?.name ?? 'Ce candidat';

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'S1:L178',
});

const warn = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  message,
  source,
});
