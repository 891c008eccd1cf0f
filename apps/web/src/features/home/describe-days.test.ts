import { describe, expect, it } from '@jest/globals';
import { describeDays } from './describe-days.ts';

describe('days late or left', () => {
  it.each([
    [-4, '−\u00A04\u00A0jours'],
    [-1, '−\u00A01\u00A0jour'],
    [0, 'aujourd’hui'],
    [1, '1\u00A0jour'],
    [61, '61\u00A0jours'],
    [-1234, '−\u00A01 234\u00A0jours'],
    [null, ''],
  ])('%p', (days, words) => {
    expect(describeDays(days)).toBe(words);
  });
});
