import { describe, expect, it } from '@jest/globals';
import type { ContractKind } from '../vocabulary.ts';
import { type ContractedEntry, checkContractKind } from './check-contract-kind.ts';
import { checkContractDuration } from './check-professional-contract.ts';
import { contractOf, countMonths, type TrainingContract } from './training-contract.ts';

const contract = (kind: ContractKind | null, more: Partial<TrainingContract> = {}) => ({
  employerName: 'Cabinet Ferrand',
  kind,
  startsOn: '2026-09-01',
  hasOwnStart: false,
  endsOn: null,
  ...more,
});
const entry = (contracts: readonly TrainingContract[], more: Partial<ContractedEntry> = {}) =>
  checkContractKind({
    route: 'continuing_training',
    funder: 'opco_ep',
    startsOn: '2026-10-05',
    endsOn: '2027-06-30',
    contracts,
    ...more,
  });
const rules = (...given: Parameters<typeof entry>) => entry(...given).map(({ rule }) => rule);

describe('DOMAIN 7, S0:L212: the plan de développement is for staff in CDI', () => {
  it('a CDI suits, a CDD is told with its source and never refused', () => {
    expect(entry([contract('permanent')])).toEqual([]);
    expect(entry([contract('fixed_term')])).toMatchObject([
      {
        rule: 'enrolment.contract-kind-suits',
        severity: 'warning',
        path: '/route',
        message: expect.stringContaining('CDD (Cabinet Ferrand)'),
        source: 'DOMAIN 7, S0:L212',
      },
    ]);
  });

  it('one CDI among several employers is enough (Q16)', () => {
    expect(entry([contract('fixed_term'), contract('permanent')])).toEqual([]);
  });

  it('who pays themselves is not on the plan of their employer', () => {
    expect(entry([contract('fixed_term')], { funder: 'self' })).toEqual([]);
  });

  it('a kind that nobody has said is told, not guessed', () => {
    expect(entry([contract(null)])).toMatchObject([
      {
        rule: 'enrolment.contract-kind-known',
        severity: 'warning',
        message: expect.stringContaining('n’est pas renseignée'),
      },
    ]);
  });

  it('only the contracts that run during the training count', () => {
    const before = contract('fixed_term', { endsOn: '2026-10-04' });
    const after = contract('fixed_term', { startsOn: '2027-07-01' });
    expect(entry([before, after])).toEqual([]);
    expect(rules([contract('fixed_term', { endsOn: '2026-10-05' })])).toHaveLength(1);
    expect(rules([contract('fixed_term', { startsOn: '2027-06-30' })])).toHaveLength(1);
  });
});

describe('DOMAIN 7, S2:L167: who enters by a contrat de professionnalisation has one', () => {
  const route = 'professional_contract' as const;

  it('in CDI or in CDD of 12 months; an ordinary CDI is told', () => {
    const year = contract('professional_fixed_term', { endsOn: '2027-08-31' });
    expect(entry([year], { route })).toEqual([]);
    expect(entry([contract('professional_permanent')], { route })).toEqual([]);
    expect(rules([contract('permanent')], { route })).toEqual(['enrolment.contract-kind-suits']);
    expect(rules([contract(null)], { route })).toEqual(['enrolment.contract-kind-known']);
  });

  it('its duration is told on the file with the name of the employer', () => {
    const short = contract('professional_fixed_term', { endsOn: '2026-12-31' });
    expect(entry([short], { route })[0]?.message).toMatch(/^Cabinet Ferrand : .* moins de 6 mois/);
  });
});

describe('DOMAIN 7, W28, W40: a contrat de professionnalisation in CDD lasts 6 to 12 months', () => {
  const told = (endsOn: string | null) =>
    checkContractDuration(contract('professional_fixed_term', { endsOn })).map(
      ({ rule, severity, path }) => `${severity} ${rule} ${path}`,
    );
  const unusual = ['warning employment.professional-contract-6-to-12-months /endsOn'];

  it.each([
    ['2027-02-27', unusual],
    ['2027-02-28', []],
    ['2027-08-31', []],
    ['2027-09-01', unusual],
    ['2029-08-31', unusual],
    ['2029-09-01', ['error employment.professional-contract-at-most-36-months /endsOn']],
    [null, ['warning employment.professional-contract-ends /endsOn']],
  ])('from 1 September 2026 to %s', (endsOn, expected) => {
    expect(told(endsOn)).toEqual(expected);
  });

  it('a CDI has no such end, another contract no such duration', () => {
    for (const kind of ['permanent', 'fixed_term', 'professional_permanent', 'poec', null] as const)
      expect(checkContractDuration(contract(kind, { endsOn: '2026-09-30' }))).toEqual([]);
  });
});

describe('DOMAIN 7, W43, W44: a POEC is followed by a CDI or a CDD of 12 months at least', () => {
  const followed = (kind: ContractKind | null, endsOn: string | null) =>
    rules([contract(kind, { startsOn: '2027-07-01', endsOn })], { route: 'jobseeker_poec_pic' });

  it('a CDD of less than 12 months is told, a longer one or a CDI is not', () => {
    expect(followed('fixed_term', '2028-06-29')).toEqual(['enrolment.poec-followed-by-12-months']);
    expect(followed('fixed_term', '2028-06-30')).toEqual([]);
    expect(followed('permanent', null)).toEqual([]);
  });

  it('a contract of which nobody has said the kind is not judged', () => {
    expect(followed(null, '2027-09-30')).toEqual([]);
  });

  it('the contract that follows is asked for while the POEC alone is noted', () => {
    const route = { route: 'jobseeker_poec_pic' as const };
    const poec = contract('poec', { startsOn: '2027-04-01', endsOn: '2027-06-30' });
    expect(rules([poec], route)).toEqual(['enrolment.poec-follow-up-known']);
    const next = (kind: ContractKind | null) =>
      contract(kind, { startsOn: '2027-07-01', endsOn: null });
    expect(rules([poec, next('permanent')], route)).toEqual([]);
    expect(rules([poec, next(null)], route)).toEqual([]);
    expect(rules([], route)).toEqual([]);
  });
});

it('a contract begins with the hiring unless its own day is said', () => {
  const kept = {
    employerName: 'Cabinet Ferrand',
    contractKind: 'permanent' as const,
    contractStartsOn: null,
    hireDate: '2026-09-01',
    endsOn: null,
  };
  expect(contractOf(kept).startsOn).toBe('2026-09-01');
  expect(contractOf({ ...kept, contractStartsOn: '2026-10-05' }).startsOn).toBe('2026-10-05');
});

it('months are counted with both days, leap year or not', () => {
  expect(countMonths('2027-01-04', '2028-01-03')).toBe(12);
  expect(countMonths('2027-09-01', '2028-02-29')).toBe(6);
  expect(countMonths('2026-09-01', '2027-09-01')).toBeGreaterThan(12);
});
