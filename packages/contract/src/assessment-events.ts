import {
  assessmentStates,
  candidateOutcomes,
  extraTimeKinds,
  mailStates,
  slotModes,
  summonsStates,
} from '@jalon/domain';
import { z } from 'zod';
import { finding } from './frameworks.ts';
import { routes } from './route.ts';
import { day, id, instant, minutes, named, reason, revision, text } from './schemas.ts';

const cohortId = z.object({ cohortId: id });
const eventId = z.object({ eventId: id });
const code = z.string().min(1).max(60);

const extraTime = z
  .object({
    kind: z.enum(extraTimeKinds, 'Choisissez un temps supplémentaire, ou aucun.'),
    minutes: z
      .int('Indiquez un nombre de minutes.')
      .min(1, 'Indiquez au moins une minute.')
      .max(480, '8 h au plus.')
      .nullable()
      .default(null),
  })
  .refine(({ kind, minutes: typed }) => kind !== 'minutes' || typed !== null, {
    path: ['minutes'],
    message: 'Indiquez un nombre de minutes.',
  });

const candidateForm = z.object({
  enrolmentId: id,
  assessmentCodes: z.array(code).max(60),
  extraTime,
  /** The paper that grants it, for the office alone: never a medical reason. */
  extraTimeEvidence: z.string().trim().max(200, '200 caractères au plus.').default(''),
});

const form = z.object({
  heldOn: day,
  startsAt: z
    .int('Indiquez une heure.')
    .min(0, 'Indiquez une heure de la journée.')
    .max(1439, 'Indiquez une heure de la journée.'),
  minutes: minutes.min(1, 'Indiquez une durée.').max(480, '8 h au plus.'),
  mode: z.enum(slotModes, 'Choisissez sur place ou à distance.'),
  roomId: z.uuid('Choisissez une salle de la liste.').nullable(),
  assessorIds: z.array(z.uuid('Choisissez un évaluateur de la liste.')).max(20),
  candidates: z.array(candidateForm).max(200),
});
export type AssessmentEventForm = z.input<typeof form>;

const acceptedWarnings = z.array(z.string().max(100)).max(20).default([]);
const assessmentRef = z.object({ code: z.string(), title: z.string() });

/** An event in a list. */
const header = z.object({
  id,
  cohort: named,
  block: z.object({ code: z.string(), name: z.string() }),
  heldOn: day,
  startsAt: z.int(),
  minutes: z.int(),
  mode: z.enum(slotModes),
  /** « Salle 2, Paris 9e » or « À distance ». */
  place: z.string(),
  assessors: z.array(named),
  candidateCount: z.int(),
  summonedCount: z.int(),
  /** Épreuves marked there, of all those that are to be. */
  markedCount: z.int(),
  toMarkCount: z.int(),
  /** Why it was cancelled; `null` while it stands. */
  cancelReason: z.string().nullable(),
});
export type AssessmentEventHeader = z.infer<typeof header>;

const candidate = z.object({
  enrolmentId: id,
  name: z.string(),
  cohort: named,
  assessments: z.array(
    assessmentRef.extend({
      state: z.enum(assessmentStates),
      /** The attempt that was made at this event; `null` while it is to be marked. */
      markedAttempt: z.int().nullable(),
    }),
  ),
  extraTime: z.object({ kind: z.enum(extraTimeKinds), minutes: z.int().nullable() }),
  /** « tiers temps, 1 h 10 de plus, jusqu’à 13 h 40 »; empty without. */
  extraTimeWords: z.string(),
  /** `null` for whoever is not of the office. */
  extraTimeEvidence: z.string().nullable(),
  summons: z.object({
    state: z.enum(summonsStates),
    lastSentAt: instant.nullable(),
    /** What became of the mail that carries it; `null` while none is written. */
    sending: z.object({ state: z.enum(mailStates), words: z.string() }).nullable(),
    obstacle: z.string().nullable(),
  }),
});

const dueCandidate = z.object({
  enrolmentId: id,
  name: z.string(),
  cohort: named,
  isResit: z.boolean(),
  outcome: z.enum(candidateOutcomes),
  assessmentCodes: z.array(z.string()),
  reasons: z.array(reason),
});

/** What a person chooses from. */
const choices = {
  /** Those on the block's path and those who present it again, each with the reasons. */
  due: z.array(dueCandidate),
  /** Épreuves of the block that are sat. */
  assessments: z.array(assessmentRef),
  rooms: z.array(named.extend({ seats: z.int() })),
  assessors: z.array(named),
};

const event = header.extend({
  roomId: id.nullable(),
  revision,
  /** Whether whoever reads may change it: the office, while it stands. */
  canWrite: z.boolean(),
  /** Whether whoever reads may mark there: from its day on, while it stands. */
  canMark: z.boolean(),
  candidates: z.array(candidate),
  findings: z.array(finding),
  /** What the calendar says of its half-day now when it no longer agrees; `null` otherwise. */
  moved: z.string().nullable(),
});
export type AssessmentEventView = z.infer<typeof event>;

const halfDay = z.object({
  slotId: id,
  block: z.object({ code: z.string(), name: z.string() }),
  date: day,
  startsAt: z.int(),
  minutes: z.int(),
  place: z.string(),
  trainerName: z.string().nullable(),
});

export const assessmentEvents = routes({
  'GET /assessment-events': {
    permission: 'assessment:read',
    summary: 'Les séances d’évaluation : celles du centre, ou celles où l’on évalue',
    response: z.object({ today: day, events: z.array(header) }),
  },
  'GET /cohorts/:cohortId/assessment-events': {
    permission: 'assessment:read',
    summary: 'Les séances d’évaluation d’une cohorte, et les demi-journées qui en attendent une',
    params: cohortId,
    response: z.object({
      cohort: named,
      today: day,
      events: z.array(header),
      /** Evaluation half-days of the calendar without an event. */
      halfDays: z.array(halfDay),
    }),
  },
  'GET /slots/:slotId/assessment-event-proposal': {
    permission: 'assessment-event:write',
    summary:
      'Ce que Jalon propose pour une demi-journée d’évaluation : qui, quelles épreuves, pourquoi',
    params: z.object({ slotId: id }),
    response: z.object({
      cohort: named,
      block: z.object({ code: z.string(), name: z.string() }),
      form,
      ...choices,
    }),
  },
  'POST /slots/:slotId/assessment-events': {
    permission: 'assessment-event:write',
    summary: 'Préparer une séance d’évaluation',
    params: z.object({ slotId: id }),
    body: form.extend({ acceptedWarnings }),
    response: event,
  },
  'POST /slots/:slotId/assessment-event-check': {
    permission: 'assessment-event:write',
    summary: 'Ce qui s’oppose à une séance, avant de la préparer',
    params: z.object({ slotId: id }),
    body: form,
    response: z.array(finding),
  },
  'GET /assessment-events/:eventId': {
    permission: 'assessment:read',
    summary: 'Une séance d’évaluation : candidats, épreuves, évaluateurs, convocations',
    params: eventId,
    response: event,
  },
  'GET /assessment-events/:eventId/choices': {
    permission: 'assessment-event:write',
    summary: 'Qui peut être candidat, évaluateur, et dans quelle salle',
    params: eventId,
    response: z.object(choices),
  },
  'POST /assessment-events/:eventId/check': {
    permission: 'assessment-event:write',
    summary: 'Ce qui s’oppose à un changement de la séance, avant de l’enregistrer',
    params: eventId,
    body: form,
    response: z.array(finding),
  },
  'PUT /assessment-events/:eventId': {
    permission: 'assessment-event:write',
    summary: 'Changer une séance d’évaluation',
    params: eventId,
    body: form.extend({ acceptedWarnings, revision }),
    response: event,
  },
  'POST /assessment-events/:eventId/removal': {
    permission: 'assessment-event:write',
    summary: 'Supprimer une séance, ou l’annuler quand des candidats y sont convoqués',
    params: eventId,
    body: z.object({ revision, reason: text.nullable().default(null) }),
    response: z.object({
      outcome: z.enum(['deleted', 'cancelled']),
      /** Convoked candidates to whom a mail tells it. */
      told: z.int(),
    }),
  },
  'POST /assessment-events/:eventId/summons': {
    permission: 'assessment-event:write',
    summary: 'Convoquer des candidats, avec le PDF et le fichier d’agenda',
    params: eventId,
    body: z.object({
      enrolmentIds: z.array(id).min(1, 'Choisissez au moins un candidat.').max(200),
    }),
    response: z.object({ sent: z.int(), skipped: z.array(z.string()) }),
  },
});
