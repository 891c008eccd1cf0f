import {
  accessRoutes,
  birthDateAnswers,
  entryProfiles,
  funders,
  learnerFields,
  learnerImportModes,
  learnerImportOutcomes,
  learnerImportStates,
  learnerImportSteps,
} from '@jalon/domain';
import { z } from 'zod';
import { namesakeAnswer, namesakes } from './people.ts';
import { routes } from './route.ts';
import { day, email, id, instant } from './schemas.ts';

const params = z.object({ cohortId: id });
const field = z.enum(learnerFields, 'Choisissez une information de la liste.');

/** 5 MB as base64. A longer body has its own refusal. */
const MAX_BASE64 = 7_000_000;

const file = z.object({
  fileName: z.string().trim().min(1, 'Choisissez un fichier.').max(255),
  contentBase64: z
    .base64('Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.')
    .min(1, 'Ce fichier est vide.')
    .max(MAX_BASE64, 'Envoyez un fichier de 5 Mo au plus.'),
  /** What each column is, in the file's order; absent, it is proposed from the headers. */
  mapping: z.array(field.nullable()).max(200).optional(),
  /** What a new enrolment takes when its line does not say. */
  defaults: z
    .object({
      profile: z.enum(entryProfiles).nullable().default(null),
      route: z.enum(accessRoutes).nullable().default(null),
      funder: z.enum(funders).nullable().default(null),
      startsOn: day.nullable().default(null),
    })
    .default({ profile: null, route: null, funder: null, startsOn: null }),
  /** Who the tutors are whose names are known with another mail, by the mail of the file. */
  tutors: z
    .array(z.object({ email, namesake: namesakeAnswer }))
    .max(2000)
    .default([]),
  /** Which birth date is right of those known by this mail with another one: nobody is corrected unsaid. */
  birthDates: z
    .array(z.object({ email, right: z.enum(birthDateAnswers) }))
    .max(2000)
    .default([]),
});

const counts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  error: z.int(),
});

const row = z.object({
  /** As a spreadsheet numbers it. */
  line: z.int(),
  name: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'error']),
  /** The person was already known to the centre. */
  isKnown: z.boolean(),
  changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
  /** What the line adds beside what is known: another employer. */
  additions: z.array(z.string()),
  /** What the line says otherwise and does not change: exchanged names. */
  kept: z.array(z.string()),
  problems: z.array(
    z.object({
      /** Header of the column in the file; `null` for the whole line or an absent column. */
      column: z.string().nullable(),
      /** What the cell holds. */
      value: z.string(),
      message: z.string(),
    }),
  ),
});
export type ImportRow = z.output<typeof row>;

const preview = z.object({
  columns: z.array(z.object({ header: z.string(), field: field.nullable(), sample: z.string() })),
  /** Headers that nothing recognises: they are left out unless mapped. */
  unknownColumns: z.array(z.string()),
  /** What is wrong with the mapping; the rows are empty until it is mended. */
  mappingProblems: z.array(z.string()),
  counts,
  rows: z.array(row),
  /** Tutors of whom a person says who they are, or has said so. */
  tutorQuestions: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      lines: z.array(z.int()),
      namesakes,
      answer: z.string().nullable(),
    }),
  ),
  /** Learners known with another birth date: a person says which is right, or has said so. */
  birthDateQuestions: z.array(
    z.object({
      line: z.int(),
      email: z.string(),
      name: z.string(),
      inFile: day,
      known: day,
      answer: z.enum(birthDateAnswers).nullable(),
    }),
  ),
  warnings: z.array(z.string()),
});

const outcome = z.enum(learnerImportOutcomes);
const report = z.object({ outcome, counts, rows: z.array(row) });
export type ImportReport = z.output<typeof report>;

const one = z.object({
  id,
  fileName: z.string(),
  createdAt: instant,
  state: z.enum(learnerImportStates),
  /** What it is at while it runs. */
  step: z.enum(learnerImportSteps).nullable(),
  /** Why nothing could be done. */
  failure: z.string().nullable(),
});

export const learnerImports = routes({
  'GET /learner-imports/model': {
    permission: 'enrolment:write',
    summary: 'Le fichier modèle d’un import d’apprenants',
    response: { file: 'text/csv' },
  },
  'POST /cohorts/:cohortId/learner-imports/preview': {
    permission: 'enrolment:write',
    summary: 'Ce que ferait un fichier d’apprenants, ligne par ligne',
    params,
    maxFileMegabytes: 5,
    body: file,
    response: preview,
  },
  'POST /cohorts/:cohortId/learner-imports': {
    permission: 'enrolment:write',
    summary: 'Importer un fichier d’apprenants dans une cohorte, en arrière-plan',
    params,
    maxFileMegabytes: 5,
    body: file.extend({
      mode: z.enum(learnerImportModes, 'Choisissez comment importer.'),
    }),
    response: z.object({ importId: id }),
  },
  'GET /cohorts/:cohortId/learner-imports': {
    permission: 'enrolment:read',
    summary: 'Les imports d’une cohorte',
    params,
    response: z.array(
      // Both `null` until it is done.
      one.extend({ outcome: outcome.nullable(), counts: counts.nullable() }),
    ),
  },
  'GET /learner-imports/:importId': {
    permission: 'enrolment:read',
    summary: 'Où en est un import, puis son compte rendu',
    params: z.object({ importId: id }),
    response: one.extend({
      cohortId: id,
      /** `null` until it is done. */
      report: report.nullable(),
    }),
  },
  'GET /learner-imports/:importId/failed-rows': {
    permission: 'enrolment:write',
    summary: 'Les lignes refusées, à corriger et à importer à nouveau',
    params: z.object({ importId: id }),
    response: { file: 'text/csv' },
  },
});
