import { isSameItem, type ProgrammeKey } from '../frameworks/list-programme.ts';
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
  /** 1, 2… when the cohort splits for this module (AFGSU, W1); `null` when all of it attends. */
  readonly groupNumber: number | null;
}

/** Whether two slots are for two groups of one module: different learners, so side by side if need be. */
export const areOtherGroups = (a: PlannedSlot, b: PlannedSlot): boolean =>
  a.cohortId === b.cohortId && isSameItem(a, b) && a.groupNumber !== b.groupNumber;

/** When the slot is over, in minutes since midnight. */
export const endOfSlot = (slot: Pick<PlannedSlot, 'startsAt' | 'minutes'>): MinuteOfDay =>
  slot.startsAt + slot.minutes;

/** Whether two slots share a moment: real intervals, so that 9 h 30 and 10 h may clash. */
export const overlaps = (
  a: Pick<PlannedSlot, 'date' | 'startsAt' | 'minutes'>,
  b: Pick<PlannedSlot, 'date' | 'startsAt' | 'minutes'>,
): boolean => a.date === b.date && a.startsAt < endOfSlot(b) && b.startsAt < endOfSlot(a);
