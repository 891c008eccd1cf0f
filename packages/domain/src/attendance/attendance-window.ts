import type { Finding } from '../finding.ts';
import { formatLongDay, formatTime } from '../french-format.ts';
import { addDays, type MinuteOfDay, type PlainDate } from '../plain-date.ts';

/** A moment in Paris: the day and the minute of that day. */
export interface ParisMoment {
  readonly day: PlainDate;
  readonly minute: MinuteOfDay;
}

/** The half-day that attendance is recorded for. */
export interface HeldSlot {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
}

/** Where a moment stands: before the sheet opens, while it is open, or past its closing. */
export type AttendanceWindow = 'not_open' | 'open' | 'closed';

/** The sheet opens a quarter of an hour before the half-day and closes two days after it (8.1). */
const opensBefore = 15;
const closesAfterDays = 2;
const minutesPerDay = 1440;

/** Whether `a` comes before `b`. */
export const isEarlier = (a: ParisMoment, b: ParisMoment): boolean =>
  a.day < b.day || (a.day === b.day && a.minute < b.minute);

/** When the sheet of a half-day may first be filled. */
export const attendanceOpensAt = (slot: HeldSlot): ParisMoment =>
  slot.startsAt >= opensBefore
    ? { day: slot.date, minute: slot.startsAt - opensBefore }
    : { day: addDays(slot.date, -1), minute: slot.startsAt - opensBefore + minutesPerDay };

/** When only the office may still fill it, with a motive. */
export const attendanceClosesAt = (slot: HeldSlot): ParisMoment => ({
  day: addDays(slot.date, closesAfterDays),
  minute: slot.startsAt + slot.minutes,
});

/** Whether the half-day has begun, at its very minute included. */
export const hasBegun = (
  { date, startsAt }: Pick<HeldSlot, 'date' | 'startsAt'>,
  now: ParisMoment,
): boolean => !isEarlier(now, { day: date, minute: startsAt });

/** When the half-day is over. */
export const isOver = (slot: HeldSlot, now: ParisMoment): boolean =>
  !isEarlier(now, { day: slot.date, minute: slot.startsAt + slot.minutes });

/** Where `now` stands beside the window of a half-day (DOMAIN 8.1: − 15 min, + 48 h). */
export function attendanceWindow(slot: HeldSlot, now: ParisMoment): AttendanceWindow {
  if (isEarlier(now, attendanceOpensAt(slot))) return 'not_open';
  return isEarlier(attendanceClosesAt(slot), now) ? 'closed' : 'open';
}

/** What someone wants to write on a sheet. */
export interface RecordingAct {
  /** The office may fill a sheet past its window; a trainer may not. */
  readonly byOffice: boolean;
  readonly motive: string | null;
}

/**
 * Checks the moment of an entry: never before the window, by the office alone and with a motive
 * after it (DOMAIN 8.1).
 */
export function checkRecordingMoment(
  slot: HeldSlot,
  now: ParisMoment,
  act: RecordingAct,
): readonly Finding[] {
  const error = (rule: string, path: string, message: string): readonly Finding[] => [
    { rule, severity: 'error', path, message, source: 'DOMAIN 8.1' },
  ];
  const window = attendanceWindow(slot, now);
  if (window === 'not_open') {
    const { day, minute } = attendanceOpensAt(slot);
    return error(
      'attendance.window-open',
      '',
      `La feuille s’ouvre le ${formatLongDay(day)} à ${formatTime(minute)}, un quart d’heure avant le début.`,
    );
  }
  if (window === 'open') return [];
  if (!act.byOffice) {
    const { day, minute } = attendanceClosesAt(slot);
    return error(
      'attendance.window-open',
      '',
      `La saisie a fermé le ${formatLongDay(day)} à ${formatTime(minute)} : demandez à la coordination de compléter, avec un motif.`,
    );
  }
  if (act.motive !== null && act.motive.trim() !== '') return [];
  return error(
    'attendance.late-entry-has-motive',
    '/motive',
    'La demi-journée date de plus de 48 heures : dites pourquoi elle est saisie maintenant.',
  );
}
