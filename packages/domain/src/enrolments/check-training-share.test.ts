import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkTrainingShare, trainingShare, type YearlyBase } from './check-training-share.ts';

const request = (hours: number, contractMonths: number, base: YearlyBase) => ({
  trainingMinutes: hours * 60,
  contractMonths,
  base,
});
const percent = (hours: number, months: number, base: YearlyBase) =>
  Math.round(trainingShare(request(hours, months, base)) * 1000) / 10;
const rules = (hours: number, months: number, base: YearlyBase) =>
  checkTrainingShare(request(hours, months, base)).map(({ rule }) => rule);

describe('DOMAIN 7, checks computed: 15 to 25 % of the contract, at least 150 h', () => {
  it('279 h on a 12-month year of 1,607 h is 17.4 %', () => {
    expect(percent(279, 12, 'worked')).toBe(17.4);
    expect(rules(279, 12, 'worked')).toEqual([]);
  });

  it('266 h is 16.6 % of 1,607 h, but 14.6 % of 1,820 paid hours: below 15 %', () => {
    expect(percent(266, 12, 'worked')).toBe(16.6);
    expect(percent(266, 12, 'paid')).toBe(14.6);
    expect(rules(266, 12, 'worked')).toEqual([]);
    expect(rules(266, 12, 'paid')).toEqual(['enrolment.training-at-least-15-percent']);
  });

  it('273 h is enough of 1,820 paid hours', () => {
    expect(rules(273, 12, 'paid')).toEqual([]);
  });

  it('279 h on 6 months is about 35 %: needs the branch agreement', () => {
    expect(percent(279, 6, 'worked')).toBe(34.7);
    expect(rules(279, 6, 'worked')).toEqual(['enrolment.training-at-most-25-percent']);
  });

  it('the 112 h of the FAE are below 150 h', () => {
    expect(rules(112, 12, 'worked')).toContain('enrolment.training-at-least-150h');
  });

  it('warns and never blocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30000 }),
        fc.integer({ min: 1, max: 36 }),
        fc.constantFrom('worked' as const, 'paid' as const),
        (trainingMinutes, contractMonths, base) => {
          const findings = checkTrainingShare({ trainingMinutes, contractMonths, base });
          expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
        },
      ),
    );
  });
});
