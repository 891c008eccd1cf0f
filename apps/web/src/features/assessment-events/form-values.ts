import type { Answer, AssessmentEventForm, AssessmentEventView } from '@jalon/contract';
import type { ConflictField } from '../../components/conflict-panel.tsx';
import { assessorsOf, whenOf } from './words.ts';

export type Choices = Answer<'GET /assessment-events/:eventId/choices'>;
export type CandidateValues = Required<AssessmentEventForm['candidates'][number]> & {
  readonly extraTime: { readonly minutes: number | null };
};

export interface EventValues extends Record<string, unknown> {
  heldOn: string;
  /** `null` when it was emptied: the API refuses it at its field. */
  startsAt: number | null;
  minutes: number | null;
  mode: AssessmentEventForm['mode'];
  roomId: string | null;
  assessorIds: string[];
  candidates: CandidateValues[];
}

/** Somebody who is in the event or could be, with why. */
export interface KnownPerson {
  readonly enrolmentId: string;
  readonly name: string;
  readonly cohortName: string;
  readonly outcome: Choices['due'][number]['outcome'] | null;
  readonly assessmentCodes: readonly string[];
  readonly reasons: readonly string[];
}

export const toBody = (values: EventValues): AssessmentEventForm =>
  ({
    ...values,
    roomId: values.mode === 'remote' ? null : values.roomId,
    // An emptied number is sent as it is: the refusal lands at its field.
  }) as AssessmentEventForm;

export const toValues = (event: AssessmentEventView): EventValues => ({
  heldOn: event.heldOn,
  startsAt: event.startsAt,
  minutes: event.minutes,
  mode: event.mode,
  roomId: event.roomId,
  assessorIds: event.assessors.map(({ id }) => id),
  candidates: event.candidates.map((one) => ({
    enrolmentId: one.enrolmentId,
    assessmentCodes: one.assessments.map(({ code }) => code),
    extraTime: one.extraTime,
    extraTimeEvidence: one.extraTimeEvidence ?? '',
  })),
});

const order = { due: 0, optional: 1, not_due: 2 } as const;

/** Those who are due first; who is in the event and is due no more stays in sight. */
export function listPeople(
  { due }: Choices,
  event: AssessmentEventView | null,
): readonly KnownPerson[] {
  const known = due
    .toSorted((one, other) => order[one.outcome] - order[other.outcome])
    .map((one) => ({
      enrolmentId: one.enrolmentId,
      name: one.name,
      cohortName: one.cohort.name,
      outcome: one.outcome,
      assessmentCodes: one.assessmentCodes,
      reasons: one.reasons.map(({ facts }) => facts),
    }));
  const others = (event?.candidates ?? []).filter(
    ({ enrolmentId }) => !due.some((one) => one.enrolmentId === enrolmentId),
  );
  return [
    ...known,
    ...others.map(({ enrolmentId, name, cohort }) => ({
      enrolmentId,
      name,
      cohortName: cohort.name,
      outcome: null,
      assessmentCodes: [],
      reasons: [],
    })),
  ];
}

/** Both versions of an event, for whoever saved second. */
export function compareEvents(
  mine: EventValues,
  theirs: AssessmentEventView,
  choices: Choices,
): readonly ConflictField[] {
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? '';
  const mineAssessors = mine.assessorIds.map((id) => ({ id, name: nameIn(choices.assessors, id) }));
  return [
    {
      label: 'Quand',
      mine: whenOf({ ...mine, startsAt: mine.startsAt ?? 0, minutes: mine.minutes ?? 0 }),
      theirs: whenOf(theirs),
    },
    {
      label: 'Salle',
      mine: mine.mode === 'remote' ? 'À distance' : nameIn(choices.rooms, mine.roomId ?? ''),
      theirs: theirs.mode === 'remote' ? 'À distance' : nameIn(choices.rooms, theirs.roomId ?? ''),
    },
    {
      label: 'Évaluateurs',
      mine: assessorsOf({ assessors: mineAssessors }),
      theirs: assessorsOf(theirs),
    },
    { label: 'Candidats', mine: tellCandidates(mine), theirs: tellCandidates(toValues(theirs)) },
  ];
}

const tellCandidates = ({ candidates }: EventValues): string =>
  `${candidates.length} : ${candidates.map(({ assessmentCodes }) => assessmentCodes.join(', ')).join(' ; ')}`;
