import { dispensationStates, entryProfiles } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import {
  day,
  done,
  id,
  longText,
  MAX_INTEGER,
  minutes,
  named,
  page,
  revision,
  shownDay,
} from './schemas.ts';

const state = z.enum(dispensationStates);
const params = z.object({ dispensationId: id });
const reference = z.string().trim().max(100, '100 caractères au plus.').nullable().default(null);
const motive = z.string().trim().max(1000, '1 000 caractères au plus.').nullable().default(null);

/** What is asked for: a module, or (with `moduleCode` null) a whole block. */
const scope = z.object({
  blockCode: z.string().trim().min(1, 'Choisissez un bloc.').max(60),
  moduleCode: z.string().trim().max(60).nullable(),
  requestedMinutes: z
    .int('Indiquez les heures demandées.')
    .min(1, 'Indiquez les heures demandées.')
    .max(MAX_INTEGER, 'Cette durée est trop longue.'),
  evidence: longText.nullable().default(null),
  /** The line of the centre's table from which a person starts; `null` for none. */
  ruleId: id.nullable().default(null),
});

/** The papers of the line from which a request was started, each with the day of its tick. */
export const evidenceItems = z.array(
  z.object({ label: z.string(), gatheredOn: shownDay.nullable() }),
);

export const dispensationView = z.object({
  id,
  enrolmentId: id,
  learner: z.string(),
  cohort: named,
  frameworkTitle: z.string(),
  profile: z.enum(entryProfiles),
  diplomaLevel: z.int().nullable(),
  experienceYears: z.int().nullable(),
  blockCode: z.string(),
  blockName: z.string(),
  moduleCode: z.string().nullable(),
  moduleName: z.string().nullable(),
  /** Training minutes of the module or block. */
  availableMinutes: minutes,
  requestedMinutes: minutes,
  grantedMinutes: minutes.nullable(),
  evidence: z.string().nullable(),
  ruleId: id.nullable(),
  /** The line of the centre's table from which it was started, in its words of that day. */
  startedFrom: z.string().nullable(),
  evidenceItems,
  /** « 2 pièces restent à réunir : … »; `null` when none is lacking. */
  evidenceLacking: z.string().nullable(),
  state,
  nextStates: z.array(state),
  /** Why a draft cannot be changed nor filed: the course is over. `null` while it goes on. */
  closedBecause: z.string().nullable(),
  filedOn: day.nullable(),
  transmittedOn: day.nullable(),
  decidedOn: day.nullable(),
  reference: z.string().nullable(),
  motive: z.string().nullable(),
  /** The centre typed the branch's written answer in. */
  answerTypedIn: z.boolean(),
  /** The day and the reason of its withdrawal, before the branch answered. */
  withdrawnOn: day.nullable(),
  withdrawalMotive: z.string().nullable(),
  /** Answers written by mistake, the last first: as they stood, and why another took their place. */
  formerAnswers: z.array(
    z.object({
      state,
      grantedMinutes: minutes,
      decidedOn: day,
      reference: z.string().nullable(),
      motive: z.string().nullable(),
      answerTypedIn: z.boolean(),
      rectifiedOn: day,
      because: z.string(),
    }),
  ),
  /** The learner's hours due now: « 204 h dues au lieu de 279 h ». */
  hours: z.string(),
  revision,
});
export type DispensationView = z.output<typeof dispensationView>;

const answer = z.object({
  revision,
  to: z.enum(['granted', 'partial', 'refused'], 'Choisissez la réponse.'),
  grantedMinutes: z
    .int('Indiquez les heures accordées.')
    .min(0)
    .max(MAX_INTEGER, 'Cette durée est trop longue.')
    .nullable()
    .default(null),
  reference,
  motive,
});

/** Why an answer is put right, kept beside the former one. */
const because = z
  .string('Indiquez pourquoi la réponse est rectifiée.')
  .trim()
  .min(1, 'Indiquez pourquoi la réponse est rectifiée.')
  .max(1000, '1 000 caractères au plus.');
const rectifiedTo = z.enum(
  ['granted', 'partial', 'refused', 'transmitted'],
  'Choisissez la bonne réponse.',
);

export const dispensations = routes({
  'GET /dispensations': {
    permission: 'dispensation:read',
    summary: 'Les dispenses demandées',
    query: z.object({
      search: z.string().trim().max(100).optional(),
      state: state.optional(),
      cohortId: id.optional(),
      sort: z.enum(['learner', 'state', 'transmittedOn', 'createdAt']).default('createdAt'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      page,
      perPage: z.coerce.number().int().min(1).max(2000).default(25),
    }),
    response: z.object({
      rows: z.array(dispensationView),
      total: z.int(),
      /** How many wait in each state, whatever the state filter. */
      byState: z.record(z.string(), z.int()),
    }),
  },
  'GET /dispensations/:dispensationId': {
    permission: 'dispensation:read',
    summary: 'Une dispense',
    params,
    response: dispensationView,
  },
  'POST /enrolments/:enrolmentId/dispensations': {
    permission: 'dispensation:write',
    summary: 'Préparer une demande de dispense',
    params: z.object({ enrolmentId: id }),
    body: scope,
    response: dispensationView,
  },
  'PUT /dispensations/:dispensationId': {
    permission: 'dispensation:write',
    summary: 'Modifier un brouillon de dispense',
    params,
    body: scope.extend({ revision }),
    response: dispensationView,
  },
  'POST /dispensations/:dispensationId/removal': {
    permission: 'dispensation:write',
    summary: 'Supprimer un brouillon de dispense',
    params,
    body: z.object({ revision }),
    response: done,
  },
  'PUT /dispensations/:dispensationId/evidence-items': {
    permission: 'dispensation:write',
    summary: 'Cocher une pièce réunie, ou revenir dessus',
    params,
    // Without a revision: a tick is one bit, and other ticks or a form that is open stay as they are.
    body: z.object({
      label: z.string('Choisissez une pièce.').trim().min(1, 'Choisissez une pièce.').max(300),
      isGathered: z.boolean(),
    }),
    response: dispensationView,
  },
  'POST /dispensations/:dispensationId/advance': {
    permission: 'dispensation:write',
    summary: 'Déposer une demande, ou noter sa transmission à la branche',
    params,
    body: z.object({
      revision,
      to: z.enum(['filed', 'transmitted'], 'Choisissez l’étape.'),
      on: day,
      reference,
    }),
    response: dispensationView,
  },
  'POST /dispensations/:dispensationId/answer': {
    permission: 'dispensation:write',
    summary: 'Saisir la réponse écrite de la branche',
    params,
    body: answer.extend({
      on: day,
      reference: z
        .string('Indiquez la référence du courrier.')
        .trim()
        .min(1, 'Indiquez la référence du courrier.')
        .max(100, '100 caractères au plus.'),
    }),
    response: dispensationView,
  },
  'POST /dispensations/:dispensationId/decide': {
    permission: 'dispensation:decide',
    summary: 'Décider une dispense transmise',
    params,
    body: answer,
    response: dispensationView,
  },
  'POST /dispensations/:dispensationId/answer-rectification': {
    permission: 'dispensation:write',
    summary: 'Rectifier la réponse saisie par le centre',
    params,
    body: answer.extend({
      to: rectifiedTo,
      /** Day of the answer; `null` when none came. */
      on: day.nullable().default(null),
      reference: z
        .string('Indiquez la référence.')
        .trim()
        .min(1, 'Indiquez la référence.')
        .max(100, '100 caractères au plus.'),
      because,
    }),
    response: dispensationView,
  },
  'POST /dispensations/:dispensationId/decision-rectification': {
    permission: 'dispensation:decide',
    summary: 'Rectifier une décision de dispense',
    params,
    body: answer.extend({ because }),
    response: dispensationView,
  },
  'POST /dispensations/:dispensationId/withdrawal': {
    permission: 'dispensation:write',
    summary: 'Retirer une demande déposée ou transmise',
    params,
    body: z.object({
      revision,
      on: day,
      motive: z
        .string('Indiquez pourquoi la demande est retirée.')
        .trim()
        .min(1, 'Indiquez pourquoi la demande est retirée.')
        .max(1000, '1 000 caractères au plus.'),
    }),
    response: dispensationView,
  },
});
