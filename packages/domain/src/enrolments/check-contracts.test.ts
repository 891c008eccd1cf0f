import { describe, expect, it } from '@jest/globals';
import { type ContractPeriod, checkContracts } from './check-contracts.ts';

const say = (contracts: readonly ContractPeriod[], dates: readonly string[]) =>
  checkContracts({ name: 'Martin Alice', contracts }, dates).map(({ message }) => message);

describe('a course stays inside the dates of the learner’s contract (DOMAIN 12)', () => {
  const year = { from: '2026-09-01', to: '2027-06-30' };

  it('says nothing of half-days inside it, its first and last day included', () => {
    expect(say([year], ['2026-09-01', '2027-06-30'])).toEqual([]);
  });

  it('counts the half-days before it begins and after it ends', () => {
    expect(say([year], ['2026-08-31', '2027-07-01', '2027-07-01'])).toEqual([
      'Martin Alice : le contrat commence le 1er septembre 2026, 1 créneau avant.',
      'Martin Alice : le contrat finit le 30 juin 2027, 2 créneaux après.',
    ]);
  });

  it('counts those between two contracts; two employers at once cover each other (Q16)', () => {
    const second = { from: '2027-09-01', to: null };
    expect(say([year, second], ['2027-07-05', '2028-03-01'])).toEqual([
      'Martin Alice : 1 créneau entre deux contrats.',
    ]);
    expect(say([year, { from: '2027-01-01', to: null }], ['2027-07-05'])).toEqual([]);
  });

  it('says nothing of who has no employer', () => {
    expect(say([], ['2027-07-05'])).toEqual([]);
  });

  it('only warns: contracts are prolonged, and the office knows', () => {
    const [finding] = checkContracts({ name: 'A', contracts: [year] }, ['2027-07-01']);
    expect(finding).toMatchObject({
      rule: 'slot.within-contract',
      severity: 'warning',
      path: '/date',
    });
  });
});
