import {
  daysBetween,
  halfDays,
  helpPlaces,
  planSearchKinds,
  planSearchStates,
  slotKinds,
} from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, id, instant, named } from './schemas.ts';

const planId = z.object({ planId: id });

/** Cents for each time that a soft rule is not kept, so that it weighs against money. */
const weights = z.object({
  extraTrainer: z.int().min(0).max(1_000_000),
  sixthDayInARow: z.int().min(0).max(1_000_000),
  longPause: z.int().min(0).max(1_000_000),
  avoidedHalfDay: z.int().min(0).max(1_000_000),
  roomChange: z.int().min(0).max(1_000_000),
  unevenWeek: z.int().min(0).max(1_000_000),
  hourBelowMinimum: z.int().min(0).max(1_000_000),
});

const plannableCohort = z.object({
  id,
  name: z.string(),
  siteName: z.string(),
  startsOn: day,
  endsOn: day.nullable(),
  /** Half-days that stand in its calendar, yet to come. */
  slotCount: z.int(),
  /** Of these, those without a trainer, or without the room that they need. */
  unstaffedCount: z.int(),
  /** Minutes that the framework asks and that no half-day holds. */
  missingMinutes: z.int(),
  /** The modules, evaluations and groups that these minutes are of. */
  missingFrom: z.array(z.string()),
  /** Half-days to come that no longer hold: an absence, a closed room, a lost day. */
  broken: z.array(z.object({ slotId: id, date: day, name: z.string(), message: z.string() })),
});

const search = z.object({
  id,
  kind: z.enum(planSearchKinds),
  state: z.enum(planSearchStates),
  cohorts: z.array(named),
  askedAt: instant,
  finishedAt: instant.nullable(),
});

const progress = z.object({
  phase: z.enum(['trainers', 'calendar', 'improvement', 'repair']),
  cohortsPlaced: z.int(),
  cohortCount: z.int(),
  /** Cents; null while it is not known. */
  boundCents: z.int().nullable(),
  bestCents: z.int().nullable(),
});

const plannedMoment = z.object({
  date: day,
  halfDay: z.enum(halfDays),
  startsAt: z.int(),
  minutes: z.int(),
  trainer: named.nullable(),
  room: named.nullable(),
  /** Held at a distance: it needs no room. */
  isRemote: z.boolean(),
});
const slotChange = z.object({
  id: z.string(),
  kind: z.enum(['restaffed', 'moved', 'added', 'removed']),
  cohortId: id,
  /** What is held: hours of a module, or an evaluation. */
  of: z.enum(slotKinds),
  blockCode: z.string(),
  name: z.string(),
  from: plannedMoment.nullable(),
  to: plannedMoment.nullable(),
});

const cost = z.object({
  rule: z.string(),
  label: z.string(),
  count: z.number(),
  cents: z.int(),
  /** What one time costs, in cents; null for pay. */
  weight: z.int().nullable(),
  facts: z.array(z.string()),
});

const plan = search.extend({
  seconds: z.int(),
  progress: progress.nullable(),
  isStopping: z.boolean(),
  /** What the calendars, trainers and rooms were when it was made has changed since. */
  isOutdated: z.boolean(),
  wasStopped: z.boolean(),
  totalCents: z.int().nullable(),
  gap: z.number().nullable(),
  movesBound: z.int().nullable(),
  costs: z.array(cost),
  keptCount: z.int(),
  changes: z.array(slotChange),
  /** Trainers and learners whom the changes concern, and the learners' tutors. */
  people: z.array(
    z.object({
      personId: id,
      name: z.string(),
      role: z.enum(['trainer', 'learner', 'tutor']),
      changeCount: z.int(),
      /** What the mail after acceptance will say; `[]` when none will leave. */
      notice: z.array(z.string()),
    }),
  ),
  /** Learners whose contract does not cover half-days of the plan, one sentence each. */
  outsideContracts: z.array(z.string()),
  /** Learners whose own jury comes before the last half-day of their path, one sentence each. */
  afterJuries: z.array(z.string()),
  unplaced: z.array(
    z.object({
      cohort: named,
      sentence: z.string(),
      reasons: z.array(z.string()),
      helps: z.array(z.object({ place: z.enum(helpPlaces), sentence: z.string() })),
    }),
  ),
  /** Facts of the search that narrow it, e.g. an accreditation that ends too early. */
  notes: z.array(z.string()),
});
export type PlanView = z.infer<typeof plan>;
export type PlanChangeView = z.infer<typeof slotChange>;

const trainerLoad = named.extend({
  plannedMinutes: z.int(),
  maxMinutes: z.int(),
  /** Mondays. */
  weeksOver: z.array(day),
  weeksUnder: z.array(day),
  cents: z.int(),
});
const roomLoad = named.extend({
  siteName: z.string(),
  usedHalfDays: z.int(),
  openHalfDays: z.int(),
});

export const plans = routes({
  'GET /plans': {
    permission: 'plan:read',
    summary: 'Les cohortes à planifier et les plans cherchés',
    response: z.object({
      cohorts: z.array(plannableCohort),
      searches: z.array(search),
      /** Trainers whom a plan can use, and rooms. */
      trainerCount: z.int(),
      roomCount: z.int(),
      /** Trainers of the team without a file: nothing of their half-days to come is checked. */
      unfiledTrainers: z.array(named.extend({ slotCount: z.int() })),
      weights,
    }),
  },
  'POST /plans': {
    permission: 'plan:write',
    summary: 'Chercher un plan, ou réparer celui qui ne tient plus',
    body: z.object({
      kind: z.enum(planSearchKinds, 'Choisissez de planifier ou de réparer.'),
      cohortIds: z
        .array(z.uuid('Choisissez une cohorte de la liste.'))
        .min(1, 'Choisissez au moins une cohorte.')
        .max(60, '60 cohortes au plus.'),
      weights: weights.optional(),
    }),
    response: z.object({ id }),
  },
  'GET /plans/load': {
    permission: 'plan:read',
    summary: 'Les heures des formateurs et l’occupation des salles face à ce qui est possible',
    query: z
      .object({ from: day.optional(), to: day.optional() })
      .refine(({ from, to }) => (from === undefined) === (to === undefined), {
        path: ['to'],
        message: 'Indiquez le premier et le dernier jour.',
      })
      .refine(({ from, to }) => !from || !to || from <= to, {
        path: ['to'],
        message: 'La fin est avant le début.',
      })
      .refine(({ from, to }) => !from || !to || daysBetween(from, to) <= 1100, {
        path: ['to'],
        message: 'Demandez trois ans au plus.',
      }),
    response: z.object({
      from: day,
      to: day,
      trainers: z.array(trainerLoad),
      rooms: z.array(roomLoad),
      totals: z.object({
        plannedMinutes: z.int(),
        maxMinutes: z.int(),
        cents: z.int(),
        usedHalfDays: z.int(),
        openHalfDays: z.int(),
        unstaffedMinutes: z.int(),
        /** Of trainers without a file, or who left. */
        otherMinutes: z.int(),
      }),
    }),
  },
  'GET /plans/:planId': {
    permission: 'plan:read',
    summary: 'Un plan cherché : où il en est, ce qu’il propose, ou pourquoi il n’y en a pas',
    params: planId,
    response: plan,
  },
  'POST /plans/:planId/cancellation': {
    permission: 'plan:write',
    summary: 'Arrêter la recherche et garder le meilleur plan trouvé',
    params: planId,
    response: done,
  },
  'POST /plans/:planId/acceptance': {
    permission: 'plan:write',
    summary: 'Accepter un plan, en entier ou créneau par créneau',
    params: planId,
    body: z.object({
      /** Ids of the changes that are accepted; all of them when absent. */
      changeIds: z
        .array(z.string().max(200))
        .min(1, 'Choisissez au moins un créneau.')
        .max(20_000)
        .optional(),
    }),
    response: z.object({ accepted: z.int(), left: z.int() }),
  },
});
