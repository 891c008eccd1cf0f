import {
  accessRoutes,
  appraisalLevels,
  deadlineRegimes,
  entryProfiles,
  type Framework,
} from '@jalon/domain';
import { z } from 'zod';
import { day, longText, minutes, text } from './schemas.ts';

const code = text.max(60, '60 caractères au plus.');
const source = z.string().trim().max(300);
const number = z.int('Indiquez un nombre entier.').min(0, 'Un nombre ne peut pas être négatif.');
const count = number.max(1000, 'Indiquez un nombre de 1 000 au plus.');
/** A year of work alone is 1,607 hours (DOMAIN 4.7). */
const workedHours = number.max(20_000, 'Indiquez 20 000 h au plus.');

const module = z.object({
  code,
  name: text,
  minutes,
  credentialCode: code.nullable(),
  /** Modules that are over before it begins. */
  after: z.array(code).max(60).optional(),
  // Versions published before rooms were asked for say nothing: they ask nothing.
  equipment: z
    .array(text.max(80, '80 caractères au plus.'))
    .max(20, '20 équipements au plus.')
    .default([]),
});

const assessment = z.object({
  code,
  // The wording of the épreuves is in no source read: empty until the centre fills it in (Q1).
  title: z.string().trim().max(300),
  mandatory: z.boolean(),
  credentialCode: code.nullable(),
  targets: z.array(
    z.object({
      competenceCode: code,
      criteria: z.array(z.object({ code, text })),
    }),
  ),
});

const block = z.object({
  code,
  name: text,
  shortName: text.max(60, '60 caractères au plus.'),
  statedMinutes: minutes,
  evaluationMinutes: minutes,
  modules: z.array(module).max(60),
  competences: z.array(z.object({ code, name: text })).max(60),
  assessments: z.array(assessment).max(40),
  requiredAssessments: count,
  thresholdStatus: z.enum(['stated', 'copied', 'to_verify']),
  source,
});

/** The whole document of a framework version, as `Framework` of the domain describes it. */
export const frameworkContent = z.object({
  code,
  title: text,
  certification: z
    .object({
      name: text,
      rncp: z.string().trim().max(20).nullable(),
      level: z.int('Indiquez un niveau de 3 à 8.').min(3).max(8),
      nsf: z.string().trim().max(10).nullable(),
      certifier: text,
      registeredFrom: day.nullable(),
      registeredTo: day.nullable(),
    })
    .nullable(),
  outcome: z.enum(['certificate', 'attestation']),
  durationMonths: z.object({ min: count, max: count }),
  hours: z.object({
    statedMinutes: minutes,
    trainingMinutes: minutes,
    evaluationMinutes: minutes,
    evaluationStatus: z.enum(['stated', 'inferred']),
  }),
  rhythm: z.object({
    daysPerWeek: z.number().min(0).max(7),
    minutesPerDay: minutes,
    closedMonths: z.array(z.int().min(1).max(12)),
  }),
  blocks: z.array(block).max(20),
  acceptedLevels: z.array(z.enum(appraisalLevels)),
  credentials: z.array(
    z.object({
      code,
      name: text,
      validityYears: count,
      requiredForCertificate: z.boolean(),
      groupMin: count.nullable(),
      groupMax: count.nullable(),
      renewalMinutes: minutes.nullable(),
      source,
    }),
  ),
  blockRetentionMonths: count.nullable(),
  resit: z.object({
    scope: z.enum(['failed_assessments', 'whole_block']),
    maxAttempts: count.nullable(),
  }),
  // Versions published before say nothing: the defaults of the domain hold.
  jury: z
    .object({
      membersPerCollege: count.min(1, 'Il faut au moins un membre de chaque collège.').max(20),
      parity: z.boolean(),
      quorumPercent: count.max(99, 'Indiquez une part de 0 à 99 %.'),
      contestMonths: count.max(120, 'Indiquez 120 mois au plus.').nullable(),
    })
    .optional(),
  // The experience of a VAE, in hours: a version that says nothing has the domain's default.
  vae: z
    .object({
      requiredHours: workedHours.nullable(),
      warnBelowHours: workedHours.nullable(),
    })
    .optional(),
  entryConditions: z.array(
    z.object({
      profile: z.enum(entryProfiles),
      minimumLevel: z.int().min(1).max(8).nullable(),
      minimumYears: count,
      source,
    }),
  ),
  routes: z.array(z.enum(accessRoutes)),
  deadlineRegimes: z.array(z.enum(deadlineRegimes)),
  sources: z.array(
    z.object({
      reference: source,
      text: longText,
      kind: z.enum(['source', 'disagreement', 'inferred']),
    }),
  ),
}) satisfies z.ZodType<Framework>;
