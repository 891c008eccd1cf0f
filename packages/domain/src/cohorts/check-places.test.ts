import { describe, expect, it } from '@jest/globals';
import { checkPlaces } from './check-places.ts';

describe('the places of a cohort', () => {
  it('as many as its learners, or more', () => {
    expect(checkPlaces(12, 12)).toEqual([]);
    expect(checkPlaces(12, 0)).toEqual([]);
  });

  it('never fewer than those already enrolled', () => {
    const [refused] = checkPlaces(11, 12);
    expect(refused).toMatchObject({ rule: 'cohort.places-for-enrolled', path: '/capacity' });
    expect(refused?.message).toMatch(/^12 apprenants sont inscrits/);
    expect(checkPlaces(0, 1)[0]?.message).toMatch(/^1 apprenant est inscrit/);
  });
});
