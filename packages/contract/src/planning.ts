import { halfDays, slotKinds, slotModes } from '@jalon/domain';
import { z } from 'zod';
import { finding } from './frameworks.ts';
import { routes } from './route.ts';
import { day, id, minutes, named, revision, text } from './schemas.ts';

const cohortId = z.object({ cohortId: id });
const slotId = z.object({ slotId: id });
const programmeKey = z.object({
  kind: z.enum(slotKinds, 'Choisissez un module ou une évaluation.'),
  blockCode: z.string('Choisissez un module.').max(60, 'Choisissez un module.'),
  moduleCode: z.string('Choisissez un module.').max(60, 'Choisissez un module.').nullable(),
});
const moment = z.object({
  date: day,
  halfDay: z.enum(halfDays, 'Choisissez matin ou après-midi.'),
  /** Minutes since midnight. */
  startsAt: z
    .int('Indiquez une heure.')
    .min(0, 'Indiquez une heure de la journée.')
    .max(1439, 'Indiquez une heure de la journée.'),
  minutes: minutes.max(1440, 'Une demi-journée dure 4 h au plus.'),
});

/** A half-day of a calendar. */
export const calendarSlot = programmeKey.extend({
  ...moment.shape,
  id,
  cohort: named,
  moduleRunId: id,
  /** The module's name and its group, « AFGSU niveau 1, groupe 2 », or « Évaluation du bloc B1 ». */
  name: z.string(),
  trainer: named.nullable(),
  room: named.nullable(),
  /** Where it is held: the room's site, the cohort's when it has no room. */
  site: named,
  mode: z.enum(slotModes),
  /** Why it was cancelled; `null` while it stands. */
  cancelReason: z.string().nullable(),
  /** Learners for whom something is recorded. */
  recordedCount: z.int(),
  signerName: z.string().nullable(),
  /** Set by a person: no plan moves it. */
  isLocked: z.boolean(),
  revision,
});
export type CalendarSlot = z.infer<typeof calendarSlot>;

const event = z.object({ date: day, name: z.string() });
const dayOff = z.object({ date: day, reason: z.string() });

const plannedHours = programmeKey.extend({
  name: z.string(),
  plannedMinutes: z.int(),
  dueMinutes: z.int(),
  gapMinutes: z.int(),
  /** How many groups it is taught to; 1 when all of the cohort attends. */
  groupCount: z.int(),
});

const calendar = z.object({
  /** Half-days that stand and cancelled ones that carry attendance, in time order. */
  slots: z.array(calendarSlot),
  plannedHours: z.array(plannedHours),
  /** Weekdays without teaching from the first to the last month, and why. */
  daysOff: z.array(dayOff),
  /** Whole days that are no teaching: positioning, juries. */
  events: z.array(event),
});

const proposedSlot = programmeKey.extend({ ...moment.shape, name: z.string() });

const proposal = z.object({
  /** Half-days that stay (past or recorded), stay as they are, move, come and go. */
  kept: z.int(),
  unchanged: z.int(),
  moved: z.int(),
  added: z.int(),
  removed: z.int(),
  /** Moved half-days whose trainer or room is taken at the new moment. */
  freed: z.array(proposedSlot.extend({ what: z.string() })),
  /** Everything the cohort would have, kept half-days included. */
  slots: z.array(proposedSlot.extend({ change: z.enum(['kept', 'unchanged', 'moved', 'added']) })),
  unplaced: z.array(programmeKey.extend({ name: z.string(), minutes, reason: z.string() })),
  skippedDays: z.array(dayOff),
  /** What the new calendar leaves to be seen to: an evaluation that stays before hours of its block. */
  findings: z.array(finding),
  /** Sent back when adopting, so that what is saved is what was seen. */
  fingerprint: z.string(),
});
export type CalendarProposalView = z.infer<typeof proposal>;

const slotForm = programmeKey.extend({
  ...moment.shape,
  trainerId: z.uuid('Choisissez un formateur de la liste.').nullable(),
  roomId: z.uuid('Choisissez une salle de la liste.').nullable(),
  mode: z.enum(slotModes, 'Choisissez sur place ou à distance.'),
  /** For a new half-day of a module taught in groups; one that exists stays its group's. */
  groupNumber: z.int('Choisissez un groupe.').min(1).max(99).nullable().default(null),
});
export type SlotForm = z.input<typeof slotForm>;
const acceptedWarnings = z.array(z.string().max(100)).max(20).default([]);

export const planning = routes({
  'GET /cohorts/:cohortId/calendar': {
    permission: 'calendar:read',
    summary: 'Le calendrier d’une cohorte',
    params: cohortId,
    response: calendar,
  },
  'GET /cohorts/:cohortId/year': {
    permission: 'calendar:read',
    summary: 'L’année d’une cohorte sur une page A4',
    params: cohortId,
    response: { file: 'application/pdf' },
  },
  'POST /cohorts/:cohortId/calendar-proposal': {
    permission: 'calendar:write',
    summary: 'Proposer le calendrier, sans rien enregistrer',
    params: cohortId,
    response: proposal,
  },
  'POST /cohorts/:cohortId/calendar': {
    permission: 'calendar:write',
    summary: 'Adopter le calendrier proposé',
    params: cohortId,
    body: z.object({ fingerprint: z.string().max(100) }),
    response: calendar,
  },
  'POST /cohorts/:cohortId/slot-check': {
    permission: 'calendar:write',
    summary: 'Vérifier un créneau avant de l’enregistrer',
    params: cohortId,
    body: slotForm.extend({ slotId: id.nullable() }),
    response: z.array(finding),
  },
  'POST /cohorts/:cohortId/slots': {
    permission: 'calendar:write',
    summary: 'Ajouter un créneau',
    params: cohortId,
    body: slotForm.extend({ acceptedWarnings }),
    response: calendarSlot,
  },
  'PUT /slots/:slotId': {
    permission: 'calendar:write',
    summary: 'Déplacer ou modifier un créneau',
    params: slotId,
    body: slotForm.extend({
      acceptedWarnings,
      revision,
      /** Needed once attendance is recorded: the old half-day is cancelled for this reason. */
      reason: text.nullable().default(null),
    }),
    response: calendarSlot,
  },
  'PUT /slots/:slotId/lock': {
    permission: 'calendar:write',
    summary: 'Verrouiller un créneau, pour qu’aucun plan ne le déplace, ou le rendre au plan',
    params: slotId,
    body: z.object({ isLocked: z.boolean() }),
    response: calendarSlot,
  },
  'POST /slots/:slotId/removal': {
    permission: 'calendar:write',
    summary: 'Supprimer un créneau, ou l’annuler quand un émargement y est noté',
    params: slotId,
    body: z.object({ revision, reason: text.nullable().default(null) }),
    response: z.object({ outcome: z.enum(['deleted', 'cancelled']) }),
  },
  'GET /calendar': {
    permission: 'calendar:read',
    summary: 'Les créneaux de toutes les cohortes entre deux jours',
    query: z
      .object({
        from: day,
        to: day,
        siteId: id.optional(),
        cohortId: id.optional(),
        trainerId: id.optional(),
        roomId: id.optional(),
      })
      .refine(({ from, to }) => from <= to, {
        path: ['to'],
        message: 'La fin est avant le début.',
      }),
    response: z.object({
      slots: z.array(calendarSlot),
      daysOff: z.array(dayOff),
      /** Positionings and juries, each with the name of its cohort. */
      events: z.array(event),
    }),
  },
  'POST /cohorts/:cohortId/assignment': {
    permission: 'calendar:write',
    summary:
      'Donner un formateur ou une salle à tous les créneaux à venir d’un ou de plusieurs modules',
    params: cohortId,
    body: z.object({
      moduleRunIds: z.array(id).min(1, 'Choisissez au moins un module.').max(200),
      /** Half-days of past days that nobody signed too: someone has to. */
      withPast: z.boolean().default(false),
      /** `undefined` leaves what each half-day has; `null` takes it off. */
      trainerId: z.uuid('Choisissez un formateur de la liste.').nullable().optional(),
      roomId: z.uuid('Choisissez une salle de la liste.').nullable().optional(),
      /** Assign the free half-days when some are not; otherwise nothing is saved. */
      skipTaken: z.boolean().default(false),
      /** Rules that warn, and that the person knows of: a refusal names them. */
      acceptedWarnings,
    }),
    response: z.object({
      assigned: z.int(),
      skipped: z.array(z.string()),
      /** Past unsigned half-days of these modules that were left as they are. */
      pastLeft: z.int(),
    }),
  },
});
