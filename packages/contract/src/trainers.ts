import { halfDays, trainerReadiness } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, id, minutes, named, reason, text, weekdays } from './schemas.ts';

const trainerId = z.object({ trainerId: id });

/** Whether a plan can count on a trainer; `state` follows their name. */
const readiness = z.object({
  outcome: z.enum(trainerReadiness),
  state: z.string(),
  reasons: z.array(reason),
});

const accreditation = z.object({
  credentialCode: z.string(),
  /** The credential's name, e.g. « AFGSU niveau 1 ». */
  name: z.string(),
  validUntil: day.nullable(),
  isValid: z.boolean(),
});

const weekForm = z.object({
  mornings: weekdays,
  afternoons: weekdays,
  avoidedMornings: weekdays,
  avoidedAfternoons: weekdays,
  minMinutesPerWeek: minutes,
  maxMinutesPerWeek: minutes,
  centsPerHour: z
    .int('Indiquez un montant, par exemple 45 €.')
    .min(0, 'Un montant ne peut pas être négatif.')
    .max(100_000, '1 000 € de l’heure au plus.'),
  /** 0 while nobody has typed a week. */
  revision: z.int().min(0).max(2_147_483_647),
});
export type TrainerWeekForm = z.infer<typeof weekForm>;

const subject = z.object({ blockCode: text, moduleCode: text.nullable() });
const subjects = z.object({
  frameworkVersionId: id,
  subjects: z.array(subject),
  /** Sent back when saving, so that nobody's change is written over unseen. */
  fingerprint: z.string(),
});
export type TrainerSubjects = z.infer<typeof subjects>;

const version = z.object({
  id,
  title: z.string(),
  state: z.enum(['draft', 'published']),
  /** Cohorts on it that are not over. */
  cohortCount: z.int(),
  fingerprint: z.string(),
  blocks: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      items: z.array(
        z.object({
          /** `null` for the block's evaluation. */
          moduleCode: z.string().nullable(),
          name: z.string(),
          minutes,
          /** What it prepares: only those accredited for it may teach it. */
          credential: z.string().nullable(),
          isTaught: z.boolean(),
        }),
      ),
    }),
  ),
});

const absence = z.object({
  id,
  fromOn: day,
  toOn: day,
  label: z.string(),
  isOver: z.boolean(),
  /** What the half-days already on the calendar ask for; `null` when there are none. */
  warning: z.string().nullable(),
  slots: z.array(
    z.object({
      id,
      date: day,
      halfDay: z.enum(halfDays),
      startsAt: minutes,
      minutes,
      name: z.string(),
      cohort: named,
    }),
  ),
});

const file = z.object({
  personId: id,
  name: z.string(),
  /** « Sophie Petit », inside a sentence. */
  spokenName: z.string(),
  readiness,
  week: weekForm,
  versions: z.array(version),
  accreditations: z.array(accreditation.extend({ id })),
  /** Credentials of the centre's versions, for a new accreditation. */
  credentials: z.array(z.object({ code: z.string(), name: z.string() })),
  absences: z.array(absence),
});
export type TrainerFile = z.infer<typeof file>;

export const trainers = routes({
  'GET /trainers': {
    permission: 'calendar:read',
    summary: 'Les formateurs du centre ; pour la coordination et la direction, s’ils sont prêts',
    response: z.array(
      z.object({
        personId: id,
        name: z.string(),
        /** `null` for who may not read others' files. */
        file: z
          .object({
            readiness,
            subjectCount: z.int(),
            /** What they teach, in a line. */
            subjects: z.string(),
            maxMinutesPerWeek: minutes,
            accreditations: z.array(accreditation),
          })
          .nullable(),
      }),
    ),
  },
  'GET /trainers/:trainerId': {
    permission: 'trainer:read',
    summary: 'La fiche d’un formateur : semaine, modules, habilitations, absences, coût',
    params: trainerId,
    response: file,
  },
  'GET /trainer-file': {
    permission: 'trainer:read-own',
    summary: 'La fiche du formateur connecté',
    response: file,
  },
  'PUT /trainers/:trainerId/profile': {
    permission: 'trainer:write',
    summary: 'Enregistrer la semaine d’un formateur, ses heures et son coût',
    params: trainerId,
    body: weekForm,
    response: weekForm,
  },
  'PUT /trainers/:trainerId/subjects': {
    permission: 'trainer:write',
    summary: 'Choisir ce qu’un formateur enseigne dans une version de référentiel',
    params: trainerId,
    body: z.object({
      frameworkVersionId: id,
      subjects: z.array(subject).max(500, '500 modules au plus.'),
      fingerprint: z.string().max(100),
    }),
    response: subjects,
  },
  'POST /trainers/:trainerId/accreditations': {
    permission: 'trainer:write',
    summary: 'Ajouter une habilitation',
    params: trainerId,
    body: z.object({
      credentialCode: z
        .string('Choisissez une habilitation.')
        .min(1, 'Choisissez une habilitation.'),
      validUntil: day.nullable(),
    }),
    response: z.object({ id }),
  },
  'PUT /trainers/:trainerId/accreditations/:accreditationId': {
    permission: 'trainer:write',
    summary: 'Prolonger une habilitation, ou corriger sa fin',
    params: trainerId.extend({ accreditationId: id }),
    body: z.object({
      validUntil: day.nullable(),
      /** The end as it was read: another one is a change made meanwhile. */
      replaces: day.nullable(),
    }),
    response: done,
  },
  'DELETE /trainers/:trainerId/accreditations/:accreditationId': {
    permission: 'trainer:write',
    summary: 'Retirer une habilitation',
    params: trainerId.extend({ accreditationId: id }),
    response: done,
  },
  'POST /trainers/:trainerId/absences': {
    permission: 'trainer:write',
    summary: 'Noter une absence ; les créneaux déjà prévus sont nommés',
    params: trainerId,
    body: z
      .object({ fromOn: day, toOn: day, label: text })
      .refine(({ fromOn, toOn }) => fromOn <= toOn, {
        path: ['toOn'],
        message: 'La fin ne peut pas précéder le début.',
      }),
    response: absence,
  },
  'DELETE /trainers/:trainerId/absences/:absenceId': {
    permission: 'trainer:write',
    summary: 'Retirer une absence',
    params: trainerId.extend({ absenceId: id }),
    response: done,
  },
});
