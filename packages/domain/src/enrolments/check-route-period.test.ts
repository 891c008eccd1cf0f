import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frameworkLibrary } from '../frameworks/library.ts';
import { addDays } from '../plain-date.ts';
import { accessRoutes } from '../vocabulary.ts';
import { checkRoute } from './check-route.ts';
import { checkRoutePeriod, type RouteEntry } from './check-route-period.ts';
import { contractOf } from './training-contract.ts';

const check = (
  route: RouteEntry['route'],
  startsOn: string,
  {
    contracts = [],
    isKept = false,
  }: { contracts?: RouteEntry['contracts']; isKept?: boolean } = {},
) => checkRoutePeriod({ route, startsOn, endsOn: null, contracts }, isKept);
const told = (...given: Parameters<typeof check>) =>
  check(...given).map(({ severity }) => severity);
const hired = (hireDate: string, contractStartsOn: string | null, endsOn: string | null = null) =>
  contractOf({
    employerName: 'Cabinet Ferrand',
    contractKind: 'permanent',
    hireDate,
    contractStartsOn,
    endsOn,
  });

describe('DOMAIN 7, 13 (W22–W25): Pro-A until 31/12/2025, reconversion since 01/02/2026', () => {
  it.each([
    ['pro_a', '2025-12-31', []],
    ['pro_a', '2026-01-01', ['error']],
    ['reconversion_period', '2026-01-31', ['error']],
    ['reconversion_period', '2026-02-01', []],
  ] as const)('%s entered on %s', (route, startsOn, expected) => {
    expect(told(route, startsOn)).toEqual(expected);
  });

  it('says which day is judged, what the rule is and the way out', () => {
    expect(check('pro_a', '2026-03-02')).toEqual([
      {
        rule: 'enrolment.route-in-its-period',
        severity: 'error',
        path: '/route',
        message:
          'La Pro-A a pris fin le 31 décembre 2025 ; celles commencées avant vont jusqu’à leur terme, et l’entrée est du 2 mars 2026. Choisissez la période de reconversion, ou notez le jour de l’avenant, s’il est d’avant 2026, comme début du contrat.',
        source: 'DOMAIN 7, W22–W25',
      },
    ]);
  });
});

describe('the day judged is that of the contract, not of the hiring', () => {
  it('a Pro-A begun before 2026 runs on: its avenant counts, whenever the training is entered', () => {
    const contracts = [hired('2019-05-06', '2025-12-15')];
    expect(told('pro_a', '2026-03-02', { contracts })).toEqual([]);
  });

  it('a hiring of before 2026 is no avenant: the entry is judged', () => {
    const contracts = [hired('2019-05-06', null)];
    expect(told('pro_a', '2026-03-02', { contracts })).toEqual(['error']);
    expect(told('reconversion_period', '2026-03-02', { contracts })).toEqual([]);
  });

  it('an entry within the period under a contract outside it warns, with the contract’s day', () => {
    const contracts = [hired('2019-05-06', '2021-01-04')];
    expect(check('reconversion_period', '2026-03-02', { contracts })).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining('le contrat commence le 4 janvier 2021. Vérifiez'),
      },
    ]);
  });

  it('one contract within the period is enough; one that is over before the entry says nothing', () => {
    const avenant = hired('2024-01-08', '2026-02-02');
    const other = hired('2021-01-04', '2021-01-05');
    expect(told('reconversion_period', '2026-03-02', { contracts: [other, avenant] })).toEqual([]);
    const over = hired('2024-01-08', '2025-12-15', '2026-02-28');
    expect(told('pro_a', '2026-03-02', { contracts: [over] })).toEqual(['error']);
  });
});

it('what is kept is told and never refused', () => {
  expect(told('pro_a', '2026-03-02', { isKept: true })).toEqual(['warning']);
  expect(told('reconversion_period', '2024-03-04', { isKept: true })).toEqual(['warning']);
});

it('no day takes both, and the other routes have no period', () => {
  const days = fc.integer({ min: -1500, max: 1500 }).map((count) => addDays('2026-01-01', count));
  fc.assert(
    fc.property(days, fc.option(days, { nil: null }), (startsOn, contractStartsOn) => {
      const contracts = contractStartsOn === null ? [] : [hired('2020-01-01', contractStartsOn)];
      const given = { contracts };
      const isOpen = (route: RouteEntry['route']) => told(route, startsOn, given).length === 0;
      expect(isOpen('pro_a') && isOpen('reconversion_period')).toBe(false);
      for (const route of accessRoutes)
        if (route !== 'pro_a' && route !== 'reconversion_period')
          expect(check(route, startsOn, given)).toEqual([]);
    }),
  );
});

it('S4:L36: the versions of the CQP open the Pro-A, the 112 h of the FAE do not', () => {
  for (const framework of frameworkLibrary)
    expect(checkRoute(framework, 'pro_a').length === 0).toBe(framework.outcome === 'certificate');
});
