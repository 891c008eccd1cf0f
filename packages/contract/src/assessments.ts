import { assessmentStates, credentialStatuses } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { scan, scanForm } from './scans.ts';
import { day, done, id, instant, longText, shownDay, text } from './schemas.ts';

const code = text.max(60, '60 caractères au plus.');
const marks = z.record(
  z.string().max(60),
  z.boolean('Indiquez « satisfait » ou « non satisfait ».'),
);

/** One attempt at an épreuve as it was written down. */
const attempt = z.object({
  id,
  attempt: z.int(),
  heldOn: day,
  marks,
  comment: z.string(),
  assessorName: z.string(),
  /** The event at which it was sat; `null` when none was prepared. */
  event: z.object({ id, place: z.string() }).nullable(),
  isAcquired: z.boolean(),
  recordedByName: z.string(),
  recordedAt: instant,
  /** Replaced by a correction: kept, and no longer counted. */
  isSuperseded: z.boolean(),
  /** Why it was taken back, written for the wrong learner; `null` otherwise. */
  removedBecause: z.string().nullable(),
});

/** A yes-or-no question of the form; `competence` heads a group, `label` is what is asked. */
const expectedMark = z.object({ key: z.string(), competence: z.string(), label: z.string() });

const assessment = z.object({
  code: z.string(),
  title: z.string(),
  mandatory: z.boolean(),
  credentialCode: z.string().nullable(),
  expected: z.array(expectedMark),
});

const cell = z.object({
  assessmentCode: z.string(),
  state: z.enum(assessmentStates),
  /** The attempt that counts, in force; `null` when none, or when a credential stands for it. */
  current: attempt.nullable(),
  attemptCount: z.int(),
  /** Number that a new attempt would have; `null` when none is allowed, and why not. */
  nextAttempt: z.int().nullable(),
  whyNoNext: z.string().nullable(),
});

const credential = z.object({
  id,
  code: z.string(),
  name: z.string(),
  obtainedOn: shownDay,
  expiresOn: shownDay,
  issuer: z.string(),
  reference: z.string().nullable(),
  isSuperseded: z.boolean(),
  /** Why it was taken back, written for the wrong person; `null` otherwise. */
  removedBecause: z.string().nullable(),
  /** Its scans, the one in force first. */
  files: z.array(scan),
});

/** Why what was written down is taken back: kept in the file. */
const removal = z.object({ motive: longText.min(1, 'Dites pourquoi ce résultat est retiré.') });

/** What the file says of a required credential: its status today and the sentence. */
const credentialStatus = z.object({
  code: z.string(),
  name: z.string(),
  status: z.enum(credentialStatuses),
  expiresOn: shownDay.nullable(),
  sentence: z.string(),
  required: z.boolean(),
});

const blockSummary = z.object({
  acquired: z.int(),
  required: z.int(),
  total: z.int(),
  sentence: z.string(),
  isMet: z.boolean(),
});

const savedAttempt = z.object({
  /**
   * Chosen by the device that keeps results until the network is back: one that is sent again,
   * because its answer was lost on the way, is written once. Left out, the API chooses.
   */
  resultId: id.optional(),
  enrolmentId: id,
  blockCode: code,
  assessmentCode: code,
  attempt: z
    .int('Indiquez le numéro du passage.')
    .min(1, 'Le premier passage porte le n° 1.')
    .max(99, 'Le numéro du passage a deux chiffres au plus.'),
  /** The attempt that the person had before them; `null` when there was none. */
  expectedId: id.nullable(),
  heldOn: day,
  marks,
  comment: longText.default(''),
  assessorName: text,
  /** The assessment event at which it was sat. */
  eventId: id.nullable().default(null),
});

function areIdsDistinct(results: readonly { readonly resultId?: string | undefined }[]): boolean {
  const ids = results.flatMap(({ resultId }) => resultId ?? []);
  return new Set(ids).size === ids.length;
}

export const assessments = routes({
  'GET /cohorts/:cohortId/assessments/:blockCode': {
    permission: 'assessment:read',
    summary: 'La grille des épreuves d’un bloc, pour toute une cohorte',
    params: z.object({ cohortId: id, blockCode: z.string().min(1).max(60) }),
    response: z.object({
      cohort: z.object({ id, name: z.string() }),
      blocks: z.array(z.object({ code: z.string(), shortName: z.string() })),
      block: z.object({
        code: z.string(),
        name: z.string(),
        required: z.int(),
        source: z.string(),
        thresholdStatus: z.enum(['stated', 'copied', 'to_verify']),
        assessments: z.array(assessment),
      }),
      learners: z.array(
        z.object({
          enrolmentId: id,
          name: z.string(),
          acquiredOn: day.nullable(),
          /** Whether the one who reads may mark this learner's épreuves of this block. */
          canMark: z.boolean(),
          summary: blockSummary,
          cells: z.array(cell),
          credentials: z.array(credentialStatus),
        }),
      ),
    }),
  },
  'GET /enrolments/:enrolmentId/assessments': {
    permission: 'assessment:read',
    summary: 'Les épreuves d’un apprenant, passage par passage',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      learner: z.object({ enrolmentId: id, personId: id, name: z.string() }),
      cohort: z.object({ id, name: z.string() }),
      blocks: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          acquiredOn: day.nullable(),
          /** Whether the one who reads may mark the épreuves of this block. */
          canMark: z.boolean(),
          summary: blockSummary,
          assessments: z.array(assessment.extend({ cell, history: z.array(attempt) })),
        }),
      ),
      credentials: z.array(credentialStatus),
    }),
  },
  'PUT /assessment-results': {
    permission: 'assessment:write',
    summary: 'Noter des épreuves : un premier passage, un suivant ou une correction',
    body: z.object({
      results: z
        .array(savedAttempt)
        .min(1, 'Notez au moins une épreuve.')
        .max(200)
        .refine(areIdsDistinct, 'Deux résultats portent le même numéro d’envoi.'),
    }),
    response: z.object({ results: z.array(z.object({ enrolmentId: id, cell })) }),
  },
  'POST /assessment-results/:resultId/removal': {
    permission: 'assessment:write',
    summary: 'Retirer un résultat saisi pour la mauvaise personne',
    params: z.object({ resultId: id }),
    body: removal,
    response: done,
  },
  'POST /credentials/:credentialId/removal': {
    permission: 'credential:write',
    summary: 'Retirer une attestation saisie pour la mauvaise personne',
    params: z.object({ credentialId: id }),
    body: removal,
    response: done,
  },
  'POST /credentials/:credentialId/files': {
    permission: 'credential:write',
    summary: 'Joindre le justificatif d’une attestation, ou le remplacer',
    maxFileMegabytes: 5,
    params: z.object({ credentialId: id }),
    body: scanForm,
    response: scan,
  },
  'GET /credential-files/:fileId': {
    permission: 'assessment:read',
    summary: 'Le justificatif d’une attestation',
    params: z.object({ fileId: id }),
    response: { file: 'application/octet-stream' },
  },
  'GET /enrolments/:enrolmentId/credentials': {
    permission: 'assessment:read',
    summary: 'Les attestations d’un apprenant (AFGSU), avec leurs échéances',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      statuses: z.array(credentialStatus),
      credentials: z.array(credential),
    }),
  },
  'POST /enrolments/:enrolmentId/credentials': {
    permission: 'credential:write',
    summary: 'Enregistrer une attestation, son renouvellement ou sa correction',
    params: z.object({ enrolmentId: id }),
    body: z.object({
      code,
      obtainedOn: day,
      issuer: text,
      reference: z.string().trim().max(100).nullable().default(null),
      /** The credential that this one corrects; `null` for another one, such as a renewal. */
      correctsId: id.nullable().default(null),
    }),
    response: credential,
  },
});
