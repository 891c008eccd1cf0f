import { cohortStates, holidayZones, slotKinds } from '@jalon/domain';
import { z } from 'zod';
import { finding } from './frameworks.ts';
import { routes } from './route.ts';
import { day, id, minutes, named, page, revision, text } from './schemas.ts';

const cohortId = z.object({ cohortId: id });
const state = z.enum(cohortStates, 'Choisissez un état de la liste.');

const listQuery = z.object({
  search: z.string().trim().max(100).optional(),
  state: state.optional(),
  /** Only those that still take somebody. */
  takes: z.literal('learners').optional(),
  siteId: id.optional(),
  sort: z.enum(['startsOn', 'name', 'state']).default('startsOn'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  page,
  perPage: z.coerce.number().int().min(1).max(500).default(25),
});

const cohortRow = z.object({
  id,
  name: z.string(),
  framework: named,
  site: named,
  state,
  startsOn: day,
  endsOn: day.nullable(),
  capacity: z.int(),
  learnerCount: z.int(),
  /** First and last half-day of the calendar; `null` while it has none. */
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  plannedMinutes: minutes,
  dueMinutes: minutes,
  juryOn: day.nullable(),
});

const cohort = cohortRow.extend({
  holidayZone: z.enum(holidayZones),
  weekdays: z.array(z.int()),
  minutesPerDay: minutes,
  closedMonths: z.array(z.int()),
  positioningOn: day.nullable(),
  /** Days of a week on average; `null` for all of the weekdays. */
  daysPerWeek: z.int().nullable(),
  /** AFGSU in days of 7 h, in half-days, or (`null`) as the length of the day allows. */
  credentialInFullDays: z.boolean().nullable(),
  revision,
  /** Half-days of the calendar, and those that took place without a signature. */
  slotCount: z.int(),
  unsignedCount: z.int(),
  /** The framework can change only while nobody is enrolled and nothing is planned. */
  isFrameworkFixed: z.boolean(),
  nextStates: z.array(
    z.object({
      state,
      /** Why it is not possible now; `null` when it is. */
      refusal: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Sessions not closed that are to judge its learners, and how many of them. */
  jurySessions: z.array(z.object({ heldOn: day, candidates: z.int() })),
  warnings: z.array(finding),
});
export type CohortView = z.infer<typeof cohort>;

const weekday = z
  .int('Choisissez un jour.')
  .min(1, 'De lundi à dimanche.')
  .max(7, 'De lundi à dimanche.');
const month = z
  .int('Choisissez un mois.')
  .min(1, 'De janvier à décembre.')
  .max(12, 'De janvier à décembre.');
const cohortForm = z.object({
  name: text,
  frameworkVersionId: z.uuid('Choisissez un référentiel publié.'),
  siteId: z.uuid('Choisissez un site.'),
  startsOn: day,
  endsOn: day.nullable(),
  weekdays: z
    .array(weekday, 'Choisissez des jours.')
    .max(7, 'Sept jours au plus.')
    .refine((days) => new Set(days).size === days.length, 'Le même jour est choisi deux fois.'),
  minutesPerDay: minutes,
  closedMonths: z.array(month, 'Choisissez des mois.').max(12, 'Douze mois au plus.'),
  capacity: z
    .int('Indiquez un nombre de places.')
    .min(1, 'Il faut au moins une place.')
    .max(500, '500 places au plus.'),
  juryOn: day.nullable(),
  /** Teaching begins the day after (Qualiopi 8). */
  positioningOn: day.nullable().default(null),
  daysPerWeek: z
    .int('Indiquez un nombre de jours entier.')
    .min(1, 'Il faut au moins un jour.')
    .max(6, 'Six jours au plus.')
    .nullable()
    .default(null),
  credentialInFullDays: z.boolean('Choisissez une forme de la liste.').nullable().default(null),
});
export type CohortForm = z.input<typeof cohortForm>;

/** One teaching of a module, or one evaluation of a block, in one cohort. */
const moduleRun = z.object({
  id,
  cohort: named,
  kind: z.enum(slotKinds),
  blockCode: z.string(),
  moduleCode: z.string().nullable(),
  name: z.string(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  plannedMinutes: minutes,
  dueMinutes: minutes,
  freePlaces: z.int(),
});

export const cohorts = routes({
  'GET /cohorts': {
    permission: 'cohort:read',
    summary: 'Les cohortes du centre',
    query: listQuery,
    response: z.object({ rows: z.array(cohortRow), total: z.int() }),
  },
  'GET /cohort-frameworks': {
    permission: 'cohort:read',
    summary: 'Les référentiels publiés, avec leur rythme habituel',
    response: z.array(
      z.object({
        id,
        code: z.string(),
        title: z.string(),
        totalMinutes: minutes,
        months: z.object({ min: z.int(), max: z.int() }),
        rhythm: z.object({
          daysPerWeek: z.number(),
          minutesPerDay: minutes,
          closedMonths: z.array(z.int()),
        }),
      }),
    ),
  },
  'POST /cohorts': {
    permission: 'cohort:write',
    summary: 'Créer une cohorte',
    body: cohortForm,
    response: cohort,
  },
  'GET /cohorts/:cohortId': {
    permission: 'cohort:read',
    summary: 'Une cohorte',
    params: cohortId,
    response: cohort,
  },
  'PUT /cohorts/:cohortId': {
    permission: 'cohort:write',
    summary: 'Modifier une cohorte',
    params: cohortId,
    body: cohortForm.extend({ revision }),
    response: cohort,
  },
  'POST /cohorts/:cohortId/state': {
    permission: 'cohort:write',
    summary: 'Faire avancer, reporter ou terminer une cohorte',
    params: cohortId,
    body: z.object({ state, revision }),
    response: cohort,
  },
  'GET /cohorts/:cohortId/module-runs': {
    permission: 'cohort:read',
    summary: 'Les modules et évaluations que la cohorte programme',
    params: cohortId,
    response: z.array(moduleRun),
  },
});
