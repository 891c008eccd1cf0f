import { describe, expect, it } from '@jest/globals';
import {
  type CohortContracts,
  findContractBounds,
  tellContractBounds,
} from './find-contract-bounds.ts';

const today = '2026-11-22';
const boundsOf = (learners: CohortContracts['learners'], more: Partial<CohortContracts> = {}) =>
  findContractBounds({ learners, capacity: learners.length, hasBegun: false, ...more }, today);
const findContractsEnd = (learners: CohortContracts['learners']) => boundsOf(learners).endsOn;
const findContractsStart = (learners: CohortContracts['learners']) => boundsOf(learners).startsOn;
const until = (to: string | null) => [{ from: '2026-06-01', to }];
const [may, june, july] = ['2027-05-31', '2027-06-30', '2027-07-31'];

describe('a cohort’s programme stays inside the contract dates (DOMAIN 12)', () => {
  it('it is over when half of its learners have no contract any more', () => {
    expect(findContractsEnd([may, june, july, july].map(until))).toBe(june);
    expect(findContractsEnd([may, june, july, july, july].map(until))).toBe(july);
  });

  it('the contract of one learner binds their own path, not the cohort (W3)', () => {
    expect(findContractsEnd([until(may)])).toBeNull();
    expect(findContractsEnd([until(may), until(null)])).toBeNull();
    expect(findContractsEnd([until(may), until(null), until(null)])).toBeNull();
  });

  it('the last of several contracts counts; one without an end, or no employer, binds nothing', () => {
    const two = [...until(may), { from: june, to: july }];
    expect(findContractsEnd([two, two])).toBe(july);
    expect(findContractsEnd([[...until(may), ...until(null)], until(may)])).toBeNull();
    expect(findContractsEnd([[], [], until(may)])).toBeNull();
  });

  it('contracts that are over already bind no longer', () => {
    expect(findContractsEnd([until('2026-10-31'), until('2026-10-31')])).toBeNull();
    expect(findContractsEnd([until('2026-10-31'), until(may), until(may)])).toBe(may);
    const over = [until('2026-10-31'), until('2026-10-31')];
    expect(findContractsEnd([...over, until(june), until(june)])).toBe(june);
  });
});

describe('a cohort’s programme waits for the contracts of half of its learners (DOMAIN 12)', () => {
  const from = (day: string, to: string | null = null) => [{ from: day, to }];
  const [december, january] = ['2026-12-01', '2027-01-04'];

  it('it begins when more than half of them have theirs', () => {
    expect(findContractsStart([from(december), from(december)])).toBe(december);
    expect(findContractsStart([from('2026-09-01'), from(december), from(january)])).toBe(december);
  });

  it('one who is hired later enters later; one without an employer is not waited for', () => {
    expect(findContractsStart([from(january)])).toBeNull();
    expect(findContractsStart([from('2026-09-01'), from(january), []])).toBeNull();
    expect(findContractsStart([[], [], from(january), from(january)])).toBe(january);
  });

  it('a contract that runs already binds nothing, whatever follows or preceded it', () => {
    const running = [...from('2026-06-01'), ...from(january)];
    expect(findContractsStart([running, running])).toBeNull();
    const again = [...from('2025-06-01', '2026-06-30'), ...from(january)];
    expect(findContractsStart([again, again])).toBe(january);
  });
});

describe('while a cohort fills, its first learners do not decide for those to come (W3)', () => {
  const late = [{ from: '2026-12-01', to: '2027-05-31' }];

  it('nothing is bound until half of the places are taken', () => {
    expect(boundsOf([late, late], { capacity: 24 })).toEqual({ startsOn: null, endsOn: null });
    expect(boundsOf([late, late], { capacity: 5 }).endsOn).toBeNull();
    expect(boundsOf([late, late], { capacity: 4 })).toEqual({
      startsOn: '2026-12-01',
      endsOn: '2027-05-31',
    });
  });

  it('once it has begun, those enrolled are the cohort', () => {
    expect(boundsOf([late, late], { capacity: 24, hasBegun: true }).endsOn).toBe('2027-05-31');
  });

  it('what is bound is told, unless the cohort’s own dates are narrower', () => {
    const bounds = boundsOf([late, late]);
    const year = { name: 'Promotion A', startsOn: '2026-11-23', endsOn: '2027-06-30' };
    expect(tellContractBounds(year, bounds)).toEqual([
      'Promotion A : la moitié des apprenants n’ont de contrat qu’à partir du 1er décembre 2026, rien n’est placé avant.',
      'Promotion A : la moitié des apprenants n’ont plus de contrat après le 31 mai 2027, rien n’est placé ensuite.',
    ]);
    const winter = { name: 'Promotion A', startsOn: '2027-01-04', endsOn: '2027-03-31' };
    expect(tellContractBounds(winter, bounds)).toEqual([]);
  });
});
