import { registryAnswers, registryStates } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, id, instant, MAX_INTEGER, named, text } from './schemas.ts';

/** 9 MB as base64: an acknowledgement of a full file, with a motive for each. */
const MAX_BASE64 = 12_000_000;

const identifier = z.string('À renseigner.').trim().toUpperCase().max(30, '30 caractères au plus.');

const settingsBody = z.object({
  emitterClientId: identifier,
  certifierClientId: identifier,
  contractId: identifier,
  asksForNir: z.boolean('Choisissez oui ou non.'),
});
const settings = settingsBody.extend({ revision: z.int() });

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'information']),
  /** `/identity/…` is entered in the person's file, `/nir` here, `/rncp` in the framework. */
  path: z.string(),
  message: z.string(),
});

const person = z.object({
  enrolmentId: id,
  personId: id,
  frameworkId: id,
  learnerName: z.string(),
  cohort: named,
  /** « RNCP40913 ». */
  code: z.string().nullable(),
  number: z.string(),
  issuedOn: day,
  state: z.enum(registryStates),
  isDue: z.boolean(),
  dueOn: day,
  daysLeft: z.int().nullable(),
  sentence: z.string(),
  findings: z.array(finding),
  hasNir: z.boolean(),
});

const report = z.object({
  id,
  code: z.string(),
  fileName: z.string(),
  producedAt: instant,
  producedBy: z.string(),
  entryCount: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  /** Sent, not answered yet. */
  waiting: z.int(),
  sizeBytes: z.int().nullable(),
  sha256: z.string().nullable(),
  /** Its social security numbers are erased: it cannot be had any more. */
  isErased: z.boolean(),
});

export const registryReports = routes({
  'GET /registry-settings': {
    permission: 'registry-report:read',
    summary: 'Les identifiants du certificateur auprès de la Caisse des Dépôts',
    response: z.object({ settings: settings.nullable() }),
  },
  'PUT /registry-settings': {
    permission: 'registry-report:write',
    summary: 'Enregistrer les identifiants donnés par la Caisse des Dépôts',
    /** `revision` is `null` the first time. */
    body: settingsBody.extend({ revision: z.int().min(1).max(MAX_INTEGER).nullable() }),
    response: settings,
  },
  'GET /registry-reports': {
    permission: 'registry-report:read',
    summary: 'L’accrochage : les certifiés à envoyer, envoyés, acceptés, rejetés, et les fichiers',
    response: z.object({
      settings: settings.nullable(),
      /** Where the limit of three months is written. */
      limitSource: z.string(),
      people: z.array(person),
      reports: z.array(report),
    }),
  },
  'POST /registry-reports': {
    permission: 'registry-report:write',
    summary: 'Produire le fichier des certifiés à envoyer à la Caisse des Dépôts',
    response: z.object({ reports: z.array(z.object({ id, entryCount: z.int() })) }),
  },
  'GET /registry-reports/certified': {
    permission: 'registry-report:read',
    summary: 'Les certifiés et leurs données, en CSV pour le certificateur',
    response: { file: 'text/csv' },
  },
  'GET /registry-reports/:reportId/file': {
    permission: 'registry-report:write',
    summary: 'Un fichier XML pour la Caisse des Dépôts, tel qu’il a été produit',
    params: z.object({ reportId: id }),
    response: { file: 'application/xml' },
  },
  'POST /registry-reports/:reportId/refusal': {
    permission: 'registry-report:write',
    summary: 'Noter que le portail a refusé un fichier entier : ses certifiés sont à renvoyer',
    params: z.object({ reportId: id }),
    body: z.object({ motive: text }),
    response: done,
  },
  'POST /registry-acknowledgements': {
    permission: 'registry-report:write',
    summary: 'Importer un accusé de traitement de la Caisse des Dépôts',
    maxFileMegabytes: 9,
    body: z.object({
      fileName: z.string().trim().min(1, 'Choisissez un fichier.').max(255),
      contentBase64: z
        .base64('Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.')
        .min(1, 'Ce fichier est vide.')
        .max(MAX_BASE64, 'Envoyez un fichier de 9 Mo au plus.'),
    }),
    response: z.object({
      reportId: id,
      accepted: z.int(),
      rejected: z.int(),
      /** Of the file, still without an answer. */
      waiting: z.int(),
      rejections: z.array(
        z.object({
          enrolmentId: id,
          learnerName: z.string(),
          answer: z.enum(registryAnswers),
          message: z.string().nullable(),
        }),
      ),
    }),
  },
  'PUT /people/:personId/nir': {
    permission: 'person:write',
    summary: 'Enregistrer, scellé, un numéro de sécurité sociale que le certificateur demande',
    params: z.object({ personId: id }),
    body: z.object({ nir: z.string('À renseigner.').trim().min(1, 'À renseigner.').max(30) }),
    response: done,
  },
});
