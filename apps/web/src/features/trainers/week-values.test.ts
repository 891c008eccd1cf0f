import type { TrainerWeekForm } from '@jalon/contract';
import { describe, expect, it } from '@jest/globals';
import {
  compareWeeks,
  pressUse,
  readUse,
  sayWeek,
  toWeekBody,
  toWeekValues,
  writeUse,
} from './week-values.ts';

const week: TrainerWeekForm = {
  mornings: [1, 2],
  afternoons: [1],
  avoidedMornings: [2],
  avoidedAfternoons: [],
  minMinutesPerWeek: 210,
  maxMinutesPerWeek: 630,
  centsPerHour: 4_550,
  revision: 3,
};

describe('a trainer’s week in its form', () => {
  it('is sent back as it was read, the cost typed in euros', () => {
    expect(toWeekValues(week).centsPerHour).toBe(45.5);
    expect(toWeekBody(toWeekValues(week), 3)).toEqual(week);
  });

  it('a press on a half-day goes from off to worked, to avoided, and back', () => {
    let days = toWeekValues(week);
    const uses = [0, 1, 2].map(() => {
      const use = pressUse(readUse(days, 5, 'morning'));
      days = writeUse(days, 5, 'morning', use);
      return [readUse(days, 5, 'morning'), days.mornings, days.avoidedMornings];
    });
    expect(uses).toEqual([
      ['works', [1, 2, 5], [2]],
      ['avoids', [1, 2, 5], [2, 5]],
      ['off', [1, 2], [2]],
    ]);
  });

  it('is said in words', () => {
    expect(sayWeek(week)).toBe(
      '3 demi-journées, soit 10 h 30 à 3 h 30 chacune ; à éviter : mardi matin.',
    );
    expect(sayWeek({ ...week, mornings: [], afternoons: [] })).toBe('Aucune demi-journée cochée.');
  });

  it('beside another version, names what differs', () => {
    const different = compareWeeks(toWeekValues(week), { ...week, mornings: [1] }).filter(
      ({ mine, theirs }) => mine !== theirs,
    );
    expect(different).toEqual([
      {
        label: 'Travaille',
        mine: 'lundi matin, lundi après-midi et mardi matin',
        theirs: 'lundi matin et lundi après-midi',
      },
    ]);
  });
});
