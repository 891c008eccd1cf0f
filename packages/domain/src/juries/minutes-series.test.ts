import { describe, expect, it } from '@jest/globals';
import { findAwaitedRectification, isReplaced } from './minutes-series.ts';

const minutes = (number: number, isInForce = false) => ({ number, isInForce });

describe('the minutes of a session, one after the other (DOMAIN 4.6)', () => {
  it('rectifying ones not in force are replaced by later ones', () => {
    const series = [minutes(1), minutes(2), minutes(3)];
    expect(series.map((one) => isReplaced(one, series))).toEqual([false, true, false]);
  });

  it('those in force, and the first, never are', () => {
    const series = [minutes(1), minutes(2, true), minutes(3)];
    expect(series.map((one) => isReplaced(one, series))).toEqual([false, false, false]);
  });

  it('the last ones are awaited while they have changed nothing', () => {
    expect(findAwaitedRectification([minutes(3), minutes(1), minutes(2)])).toEqual(minutes(3));
    expect(findAwaitedRectification([minutes(1), minutes(2, true)])).toBeNull();
    expect(findAwaitedRectification([minutes(1)])).toBeNull();
    expect(findAwaitedRectification([])).toBeNull();
  });
});
