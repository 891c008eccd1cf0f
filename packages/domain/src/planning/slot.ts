import type { ProgrammeKey } from '../frameworks/list-programme.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { HalfDay } from '../vocabulary.ts';

/** A half-day of a cohort's calendar, as it is kept: who, where, what. */
export interface PlannedSlot extends ProgrammeKey {
  readonly id: string;
  readonly cohortId: string;
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly trainerId: string | null;
  readonly roomId: string | null;
}

/** When the slot is over, in minutes since midnight. */
export const endOfSlot = (slot: Pick<PlannedSlot, 'startsAt' | 'minutes'>): MinuteOfDay =>
  slot.startsAt + slot.minutes;

/** Whether two slots share a moment: real intervals, so that 9 h 30 and 10 h may clash. */
export const overlaps = (
  a: Pick<PlannedSlot, 'date' | 'startsAt' | 'minutes'>,
  b: Pick<PlannedSlot, 'date' | 'startsAt' | 'minutes'>,
): boolean => a.date === b.date && a.startsAt < endOfSlot(b) && b.startsAt < endOfSlot(a);
