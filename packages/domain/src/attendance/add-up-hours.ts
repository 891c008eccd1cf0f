import type { Dispensation } from '../dispensations/dispensation.ts';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import { isWhollyWaived } from '../enrolments/expected-slots.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { ProgrammeKey } from '../frameworks/list-programme.ts';
import { computeHours, type LearnerHours } from './compute-hours.ts';

/** What one learner's records come to for one module or evaluation, summed beforehand. Minutes. */
export interface ItemMinutes extends ProgrammeKey {
  /** Slots of the path that are over, wholly waived modules included. */
  readonly expected: number;
  /** Done on those slots, at most the length of each. */
  readonly attended: number;
  /** Everything recorded as done, on any slot. */
  readonly done: number;
}

/**
 * The same hours as `computeHours`, from sums per module instead of one row per half-day: a board of
 * 500 learners stands on some 50 000 half-days, which the database adds up better.
 */
export function addUpHours(input: {
  readonly framework: Framework;
  readonly dispensations: readonly Pick<
    Dispensation,
    'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state'
  >[];
  readonly items: readonly ItemMinutes[];
}): LearnerHours {
  const { framework, dispensations, items } = input;
  const entries = items.map((item) => ({
    slotId: null,
    kind: item.kind,
    blockCode: item.blockCode,
    moduleCode: item.moduleCode,
    state: 'present' as const,
    slotMinutes: item.done,
    lateMinutes: 0,
    leftEarlyMinutes: 0,
  }));
  const hours = computeHours({ framework, dispensations, expectedSlots: [], entries });
  const waived = minutesWaived(framework, dispensations);
  const counted =
    waived.totalMinutes === 0 ? items : items.filter((item) => !isWhollyWaived(item, waived));
  const expectedMinutes = sum(counted.map(({ expected }) => expected));
  const attendedMinutes = sum(counted.map(({ attended }) => attended));
  return {
    ...hours,
    expectedMinutes,
    attendedMinutes,
    rate: expectedMinutes === 0 ? null : attendedMinutes / expectedMinutes,
  };
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
