import { describe, expect, it } from '@jest/globals';
import { areChangesSettled } from './are-changes-settled.ts';

const at = (minutes: number) => minutes * 60_000;
const isTold = (first: number, last: number, now: number) =>
  areChangesSettled({ first: at(first), last: at(last) }, at(now));

describe('one mail for a series of changes', () => {
  it('waits for ten minutes without a change', () => {
    expect([isTold(0, 0, 9), isTold(0, 0, 10), isTold(0, 8, 17), isTold(0, 8, 18)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('and an hour at most', () => {
    expect([isTold(0, 58, 59), isTold(0, 58, 60)]).toEqual([false, true]);
  });
});
