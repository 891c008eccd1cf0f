import { describe, expect, it } from '@jest/globals';
import { findContractsEnd } from './find-contracts-end.ts';

const today = '2026-11-22';
const until = (to: string | null) => [{ from: '2026-06-01', to }];
const [may, june, july] = ['2027-05-31', '2027-06-30', '2027-07-31'];

describe('a cohort’s programme stays inside the contract dates (DOMAIN 12)', () => {
  it('it is over when half of its learners have no contract any more', () => {
    expect(findContractsEnd([may, june, july, july].map(until), today)).toBe(june);
    expect(findContractsEnd([may, june, july, july, july].map(until), today)).toBe(july);
  });

  it('the contract of one learner binds their own path, not the cohort (W3)', () => {
    expect(findContractsEnd([until(may)], today)).toBeNull();
    expect(findContractsEnd([until(may), until(null)], today)).toBeNull();
    expect(findContractsEnd([until(may), until(null), until(null)], today)).toBeNull();
  });

  it('the last of several contracts counts; one without an end, or no employer, binds nothing', () => {
    const two = [...until(may), { from: june, to: july }];
    expect(findContractsEnd([two, two], today)).toBe(july);
    expect(findContractsEnd([[...until(may), ...until(null)], until(may)], today)).toBeNull();
    expect(findContractsEnd([[], [], until(may)], today)).toBeNull();
  });

  it('contracts that are over already bind no longer', () => {
    expect(findContractsEnd([until('2026-10-31'), until('2026-10-31')], today)).toBeNull();
    expect(findContractsEnd([until('2026-10-31'), until(may)], today)).toBe(may);
  });
});
