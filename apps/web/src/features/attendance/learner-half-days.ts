import type { Answer } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';

export type Hours = Answer<'GET /enrolments/:enrolmentId/hours'>;

/** One half-day of a learner, recorded or not. */
export interface LearnerHalfDay {
  readonly key: string;
  readonly slotId: string;
  readonly date: string;
  readonly startsAt: number;
  readonly slotMinutes: number;
  readonly blockCode: string;
  readonly name: string;
  readonly word: string;
  readonly tone: 'ok' | 'bad' | 'warn';
  readonly minutesDone: number;
  readonly facts: string;
}

/** Recorded half-days and those that carry nothing, in one list, the latest first. */
export function listHalfDays({ recorded, unrecorded }: Hours): readonly LearnerHalfDay[] {
  const noted = recorded.map(
    (row): LearnerHalfDay => ({
      ...row,
      key: row.attendanceId,
      word: row.state === 'present' ? 'Présent' : 'Absent',
      tone: row.state === 'present' ? 'ok' : 'bad',
      facts: [
        row.lateMinutes > 0 ? `retard ${formatMinutes(row.lateMinutes)}` : '',
        row.leftEarlyMinutes > 0 ? `départ anticipé ${formatMinutes(row.leftEarlyMinutes)}` : '',
        row.justification ?? '',
        row.motive ? `motif : ${row.motive}` : '',
        row.isSigned ? `signée par ${row.trainerName ?? ''}` : 'à signer',
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  );
  const blank = unrecorded.map(
    (slot): LearnerHalfDay => ({
      ...slot,
      key: slot.slotId,
      slotMinutes: slot.minutes,
      word: 'Non noté',
      tone: 'warn',
      minutesDone: 0,
      facts: 'rien n’est émargé',
    }),
  );
  return [...noted, ...blank].sort(
    (a, b) => b.date.localeCompare(a.date) || b.startsAt - a.startsAt,
  );
}
