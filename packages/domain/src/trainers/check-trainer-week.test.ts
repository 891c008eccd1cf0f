import { describe, expect, it } from '@jest/globals';
import { checkTrainerWeek, type TrainerWeek } from './check-trainer-week.ts';

const week: TrainerWeek = {
  mornings: [1, 2],
  afternoons: [1],
  avoidedMornings: [2],
  avoidedAfternoons: [],
  minMinutesPerWeek: 210,
  maxMinutesPerWeek: 630,
};
const check = (more: Partial<TrainerWeek>) =>
  checkTrainerWeek({ ...week, ...more }).map(({ rule, path }) => [rule, path]);

describe('the week of a trainer', () => {
  it('is accepted as it is worked', () => expect(check({})).toEqual([]));

  it('avoids only half-days that are worked', () => {
    expect(check({ avoidedMornings: [5] })).toEqual([
      ['trainer.avoids-what-is-worked', '/avoidedMornings'],
    ]);
    expect(check({ avoidedAfternoons: [2] })).toEqual([
      ['trainer.avoids-what-is-worked', '/avoidedAfternoons'],
    ]);
  });

  it('has a minimum within its maximum, and within what its half-days hold', () => {
    expect(check({ minMinutesPerWeek: 840 })).toEqual([
      ['trainer.minimum-within-maximum', '/minMinutesPerWeek'],
    ]);
    expect(check({ minMinutesPerWeek: 840, maxMinutesPerWeek: 1260 })).toEqual([
      ['trainer.half-days-hold-minimum', '/minMinutesPerWeek'],
    ]);
  });

  it('lasts 48 h at most (art. L3121-20)', () => {
    expect(check({ maxMinutesPerWeek: 2880 })).toEqual([]);
    expect(check({ maxMinutesPerWeek: 2881 })).toEqual([
      ['trainer.week-at-most-48h', '/maxMinutesPerWeek'],
    ]);
  });
});
