import { describe, expect, it } from '@jest/globals';
import { checkSuspension, type SuspensionInput } from './check-suspension.ts';

const employment: SuspensionInput['employment'] = {
  hireDate: '2026-03-02',
  dutyStartOn: null,
  cpamContractSignedOn: '2026-04-01',
  endsOn: null,
};
const rulesOf = (fromOn: string, toOn: string, more: Partial<typeof employment> = {}) =>
  checkSuspension({
    fromOn,
    toOn,
    employment: { ...employment, ...more },
    today: '2026-11-23',
  }).map(({ rule, path }) => [rule, path]);

describe('the days during which clocks stand still (DOMAIN 6, Q9)', () => {
  it('are one day or more of the employment', () => {
    expect(rulesOf('2026-06-01', '2026-06-01')).toEqual([]);
    expect(rulesOf('2026-02-01', '2026-03-02')).toEqual([]);
    expect(rulesOf('2026-06-02', '2026-06-01')).toEqual([['suspension.ends-after-start', '/toOn']]);
  });

  it('are not all before the first clock, nor after the contract', () => {
    expect(rulesOf('2026-01-01', '2026-03-01')).toEqual([['suspension.while-employed', '/toOn']]);
    expect(rulesOf('2027-01-01', '2027-02-01', { endsOn: '2026-12-31' })).toEqual([
      ['suspension.while-employed', '/fromOn'],
    ]);
    expect(rulesOf('2026-12-31', '2027-02-01', { endsOn: '2026-12-31' })).toEqual([]);
  });

  it('last three years at most, as the longest clock, and begin no further ahead', () => {
    expect(rulesOf('2026-06-01', '2029-05-31')).toEqual([]);
    expect(rulesOf('2026-06-01', '2029-06-01')).toEqual([['suspension.at-most-3-years', '/toOn']]);
    expect(rulesOf('1990-01-01', '2199-12-31')).toEqual([['suspension.at-most-3-years', '/toOn']]);
    expect(rulesOf('2196-01-01', '2196-02-01')).toEqual([['suspension.year-believed', '/fromOn']]);
  });
});
