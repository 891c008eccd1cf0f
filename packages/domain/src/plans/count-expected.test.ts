import { describe, expect, it } from '@jest/globals';
import { countExpected } from './count-expected.ts';

const followers = { capacity: 24, hasBegun: false, enrolled: 10, following: 10, guests: 0 };

describe('how many learners a plan must seat', () => {
  it('all the places of a cohort that still fills', () => {
    expect(countExpected(followers)).toBe(24);
    expect(countExpected({ ...followers, enrolled: 26, following: 26 })).toBe(26);
  });
  it('those enrolled once it has begun', () => {
    expect(countExpected({ ...followers, hasBegun: true })).toBe(10);
  });
  it('the dispensed are not expected', () => {
    expect(countExpected({ ...followers, following: 7 })).toBe(21);
    expect(countExpected({ ...followers, capacity: 10, following: 0 })).toBe(0);
  });
  it('those who come from another cohort are', () => {
    expect(countExpected({ ...followers, guests: 2 })).toBe(26);
  });
});
