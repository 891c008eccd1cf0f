import type { Finding } from '../finding.ts';
import { formatMinutes } from '../french-format.ts';
import type { AttendanceState } from '../vocabulary.ts';

/** What was recorded of one learner on one half-day. Minutes; 0 when neither late nor early. */
export interface AttendanceRecord {
  /** Length of the half-day when it was recorded: later changes of plan do not touch it. */
  readonly slotMinutes: number;
  readonly state: AttendanceState;
  readonly lateMinutes: number;
  readonly leftEarlyMinutes: number;
}

/** Minutes of presence: nothing when absent, the half-day less what was missed when present. */
export function minutesDone(record: AttendanceRecord): number {
  if (record.state === 'absent') return 0;
  return Math.max(0, record.slotMinutes - record.lateMinutes - record.leftEarlyMinutes);
}

/**
 * Checks what a trainer or the office types for one half-day (DOMAIN 8.1: lateness and early leave
 * in minutes). `path` points into the `AttendanceRecord`; every finding is an error.
 */
export function checkAttendanceEntry(record: AttendanceRecord): readonly Finding[] {
  const { slotMinutes, state, lateMinutes, leftEarlyMinutes } = record;
  const error = (rule: string, path: string, message: string): Finding => ({
    rule,
    severity: 'error',
    path,
    message,
    source: 'DOMAIN 8.1',
  });
  const fields = [
    { path: '/lateMinutes', minutes: lateMinutes, what: 'Le retard' },
    { path: '/leftEarlyMinutes', minutes: leftEarlyMinutes, what: 'Le départ anticipé' },
  ];
  const malformed = fields
    .filter(({ minutes }) => !Number.isInteger(minutes) || minutes < 0)
    .map(({ path, what }) =>
      error(
        'attendance.minutes-whole',
        path,
        `${what} se donne en minutes entières, à partir de zéro.`,
      ),
    );
  if (malformed.length > 0) return malformed;
  if (state === 'absent') {
    return fields
      .filter(({ minutes }) => minutes > 0)
      .map(({ path, what }) =>
        error(
          'attendance.absent-without-minutes',
          path,
          `${what} n’a pas de sens pour un absent : remettez zéro, ou notez « présent ».`,
        ),
      );
  }
  if (lateMinutes + leftEarlyMinutes < slotMinutes) return [];
  return [
    error(
      'attendance.minutes-within-slot',
      lateMinutes >= leftEarlyMinutes ? '/lateMinutes' : '/leftEarlyMinutes',
      `Retard et départ anticipé font ${formatMinutes(lateMinutes + leftEarlyMinutes)}, le créneau dure ${formatMinutes(slotMinutes)} : notez « absent » s’il n’est pas venu.`,
    ),
  ];
}
