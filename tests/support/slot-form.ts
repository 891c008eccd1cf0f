import type { Answer } from '@jalon/contract';

type Slot = Pick<
  Answer<'GET /cohorts/:cohortId/calendar'>['slots'][number],
  | 'kind'
  | 'blockCode'
  | 'moduleCode'
  | 'date'
  | 'halfDay'
  | 'startsAt'
  | 'minutes'
  | 'trainer'
  | 'room'
  | 'mode'
  | 'revision'
>;

/** A half-day as its form sends it, with what is changed of it. */
export const formOf = (slot: Slot, more: Record<string, unknown> = {}) => ({
  kind: slot.kind,
  blockCode: slot.blockCode,
  moduleCode: slot.moduleCode,
  date: slot.date,
  halfDay: slot.halfDay,
  startsAt: slot.startsAt,
  minutes: slot.minutes,
  trainerId: slot.trainer?.id ?? null,
  roomId: slot.room?.id ?? null,
  mode: slot.mode,
  revision: slot.revision,
  ...more,
});
