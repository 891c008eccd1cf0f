import { attendanceStates, halfDays, sheetStates, slotKinds } from '@jalon/domain';
import { z } from 'zod';
import { calendarSlot } from './planning.ts';
import { routes } from './route.ts';
import { day, id, instant, minutes, named, reason } from './schemas.ts';

const slotId = z.object({ slotId: id });
const state = z.enum(attendanceStates, 'Choisissez présent ou absent.');
const missed = z
  .int('Donnez des minutes entières.')
  .min(0, 'Des minutes, à partir de zéro.')
  .max(1440, 'Plus long que la demi-journée.');
const justification = z.string().trim().max(300, '300 caractères au plus.').nullable();
const motive = z.string().trim().max(300, '300 caractères au plus.').nullable();

/** What was recorded of one learner on one half-day. */
const entry = z.object({
  id,
  state,
  lateMinutes: minutes,
  leftEarlyMinutes: minutes,
  justification: z.string().nullable(),
  /** Why it was corrected, or entered late. */
  motive: z.string().nullable(),
  minutesDone: minutes,
  recordedBy: z.string(),
  recordedAt: instant,
});
export type AttendanceEntryView = z.infer<typeof entry>;

const halfDayRow = z.object({
  slot: calendarSlot,
  expectedCount: z.int(),
  recordedCount: z.int(),
  absentCount: z.int(),
  state: z.enum(sheetStates),
  /** What the state means here, a French sentence. */
  fact: z.string(),
});

const sheet = z.object({
  slot: calendarSlot,
  state: z.enum(sheetStates),
  fact: z.string(),
  /** Whether the person who asks may fill, sign or correct now; why not, when refused. */
  canRecord: z.boolean(),
  needsMotive: z.boolean(),
  canSign: z.boolean(),
  canCorrect: z.boolean(),
  refusal: z.string().nullable(),
  signature: z.object({ signerName: z.string(), signedAt: instant }).nullable(),
  rows: z.array(
    z.object({
      enrolmentId: id,
      learnerName: z.string(),
      cohortName: z.string(),
      /** False for someone recorded who is no longer expected: what was recorded stays. */
      isExpected: z.boolean(),
      /** `null` until somebody says it: presence is never pre-filled. */
      entry: entry.nullable(),
      /** Entries that this one replaced, latest first. */
      replaced: z.array(entry),
    }),
  ),
});
export type AttendanceSheetView = z.infer<typeof sheet>;

const rowForm = z.object({
  enrolmentId: id,
  /** The entry as it was read; `null` when there was none. */
  basedOn: id.nullable(),
  state,
  lateMinutes: missed,
  leftEarlyMinutes: missed,
  justification,
});

const hoursRow = z.object({
  due: minutes,
  /** On half-days whose sheet is signed. */
  done: minutes,
  /** Still to do, module by module: hours never compensate. */
  missing: minutes,
  waived: minutes,
  /** Recorded, and not signed yet: it does not count so far. */
  unsigned: minutes,
});
const recordedHours = z.object({
  attendanceId: id,
  slotId: id,
  date: day,
  halfDay: z.enum(halfDays),
  startsAt: z.int(),
  slotMinutes: minutes,
  kind: z.enum(slotKinds),
  blockCode: z.string(),
  moduleCode: z.string().nullable(),
  name: z.string(),
  cohortName: z.string(),
  trainerName: z.string().nullable(),
  state,
  lateMinutes: minutes,
  leftEarlyMinutes: minutes,
  minutesDone: minutes,
  justification: z.string().nullable(),
  motive: z.string().nullable(),
  isSigned: z.boolean(),
});

export const attendance = routes({
  'GET /half-days': {
    permission: 'attendance:read',
    summary: 'Les demi-journées à émarger : les siennes, ou toutes pour la coordination',
    query: z.object({
      from: day.optional(),
      to: day.optional(),
      state: z.enum(['unsigned', 'signed']).optional(),
      trainerId: id.optional(),
      cohortId: id.optional(),
    }),
    response: z.object({
      from: day,
      to: day,
      today: day,
      /** Sheets of past days that wait for a signature, whatever the days asked for. */
      unsignedCount: z.int(),
      rows: z.array(halfDayRow),
    }),
  },
  'GET /slots/:slotId/attendance': {
    permission: 'attendance:read',
    summary: 'La feuille d’émargement d’une demi-journée',
    params: slotId,
    response: sheet,
  },
  'PUT /slots/:slotId/attendance': {
    permission: 'attendance:write',
    summary: 'Noter les présences et les absences',
    params: slotId,
    body: z.object({
      rows: z.array(rowForm).min(1, 'Notez au moins une personne.').max(200),
      /** Needed from the office, 48 h after the half-day. */
      motive: motive.default(null),
    }),
    response: sheet,
  },
  'POST /slots/:slotId/attendance/signature': {
    permission: 'attendance:write',
    summary: 'Clore et signer la feuille, par son formateur',
    params: slotId,
    /** The entries as they were read: what is signed is what was seen. */
    body: z.object({ entryIds: z.array(id).max(200) }),
    response: sheet,
  },
  'POST /slots/:slotId/attendance/corrections': {
    permission: 'attendance:correct',
    summary: 'Corriger une feuille signée, avec un motif',
    params: slotId,
    body: rowForm.extend({
      motive: z
        .string('Dites pourquoi.')
        .trim()
        .min(1, 'Dites pourquoi la feuille signée est corrigée.')
        .max(300, '300 caractères au plus.'),
    }),
    response: sheet,
  },
  'GET /enrolments/:enrolmentId/hours': {
    permission: 'attendance:read',
    summary: 'Heures dues et faites d’une inscription, jusqu’à chaque demi-journée',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      enrolmentId: id,
      learnerName: z.string(),
      cohort: named,
      total: hoursRow,
      expectedMinutes: minutes,
      attendedMinutes: minutes,
      awaitingMinutes: minutes,
      /** 0 to 1; `null` when no half-day was expected yet. */
      rate: z.number().nullable(),
      reasons: z.array(reason),
      blocks: z.array(
        hoursRow.extend({
          blockCode: z.string(),
          name: z.string(),
          evaluation: hoursRow,
          modules: z.array(hoursRow.extend({ moduleCode: z.string(), name: z.string() })),
        }),
      ),
      recorded: z.array(recordedHours),
      /** Half-days that took place, were expected, and carry nothing for this learner. */
      unrecorded: z.array(
        z.object({
          slotId: id,
          date: day,
          halfDay: z.enum(halfDays),
          startsAt: z.int(),
          minutes,
          blockCode: z.string(),
          name: z.string(),
        }),
      ),
    }),
  },
});
