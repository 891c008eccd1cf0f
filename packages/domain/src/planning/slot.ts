import { isSameItem, type ProgrammeKey } from '../frameworks/list-programme.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { HalfDay, slotModes } from '../vocabulary.ts';

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

/** The room that a half-day takes: none while it is held at a distance (Q15). */
export const roomTaken = ({
  mode,
  roomId,
}: {
  readonly mode: (typeof slotModes)[number];
  readonly roomId: string | null;
}): string | null => (mode === 'remote' ? null : roomId);

/** What a half-day lacks before it can be held, in French; `[]` when nothing. */
export const listLacking = ({
  mode,
  trainerId,
  roomId,
}: Parameters<typeof roomTaken>[0] & { readonly trainerId: string | null }): readonly string[] => [
  ...(trainerId === null ? ['un formateur'] : []),
  ...(mode === 'on_site' && roomId === null ? ['une salle'] : []),
];

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
