import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasError } from '../finding.ts';
import { addDays, addMonths } from '../plain-date.ts';
import { type AccessRoute, accessRoutes, type ContractKind } from '../vocabulary.ts';
import { checkRouteHours, type RouteHoursRequest } from './check-route-hours.ts';

const check = (
  route: AccessRoute,
  hours: number,
  months: number | null,
  more: Partial<RouteHoursRequest> = {},
) =>
  checkRouteHours({
    route,
    trainingMinutes: hours * 60,
    startsOn: '2027-01-04',
    endsOn: months === null ? null : addDays(addMonths('2027-01-04', months), -1),
    experienceYears: null,
    ...more,
  });
const rules = (...request: Parameters<typeof check>) => check(...request).map(({ rule }) => rule);
const contract = (hours: number, months: number | null) =>
  check('professional_contract', hours, months);

describe('DOMAIN 7, contrat de professionnalisation: 15 to 25 % of its duration, at least 150 h', () => {
  it('279 h over 12 months: 17.4 % of 1,607 h, 15.3 % of 1,820 h, nothing to say', () => {
    expect(contract(279, 12)).toEqual([]);
  });

  it('266 h: 16.6 % of 1,607 h but 14.6 % of 1,820 paid hours, the coordinator chooses the base', () => {
    expect(contract(266, 12)).toMatchObject([
      {
        rule: 'enrolment.training-at-least-15-percent',
        path: '/endsOn',
        message:
          'La formation fait 16,6 % de la durée sur la base de 1 607 h travaillées par an, 14,6 % sur 1 820 h payées : il en faut au moins 15 %, selon la base que retient l’OPCO. Compté sur les dates de la formation, faute de celles du contrat.',
      },
    ]);
    expect(contract(274, 12)).toEqual([]);
  });

  it('273 h are 15 % of the 1,820 h of twelve months, a leap year or not', () => {
    const over = (startsOn: string, hours: number) =>
      check('professional_contract', hours, null, {
        startsOn,
        endsOn: addDays(addMonths(startsOn, 12), -1),
      });
    for (const startsOn of ['2027-01-04', '2027-09-06']) {
      expect(over(startsOn, 273)).toEqual([]);
      expect(over(startsOn, 272)).toMatchObject([
        { rule: 'enrolment.training-at-least-15-percent' },
      ]);
    }
  });

  it('200 h over 12 months is below 15 % on both bases', () => {
    expect(contract(200, 12)[0]?.message).toMatch(/il en faut au moins 15 %\. Compté/);
  });

  it('279 h over 6 months is about 35 %: above 25 % needs the branch agreement', () => {
    expect(contract(279, 6)).toMatchObject([
      { rule: 'enrolment.training-at-most-25-percent', path: '/endsOn' },
    ]);
    expect(contract(279, 6)[0]?.message).toContain('34,7 %');
  });

  it('the contract’s own dates count where they are known, not those of the training', () => {
    const under = (kind: ContractKind, endsOn: string | null) =>
      check('professional_contract', 279, 12, {
        contracts: [
          {
            employerName: 'Cabinet Ferrand',
            kind,
            hasOwnStart: false,
            startsOn: '2027-01-04',
            endsOn,
          },
        ],
      });
    expect(under('professional_fixed_term', '2027-07-03')).toMatchObject([
      {
        rule: 'enrolment.training-at-most-25-percent',
        message: expect.stringMatching(
          /^La formation fait 34,7 % du contrat \(4 janvier 2027 – 3 juillet 2027\).*l faut un accord de branche\.$/,
        ),
      },
    ]);
    expect(under('professional_fixed_term', null)).toEqual([]);
    expect(under('permanent', '2027-07-03')).toEqual([]);
  });

  it('the 112 h of the FAE are below 150 h; nothing is said of a duration that nobody knows', () => {
    expect(rules('professional_contract', 112, null)).toEqual(['enrolment.training-at-least-150h']);
    expect(contract(150, null)).toEqual([]);
  });
});

describe('DOMAIN 7, W22–W25: période de reconversion, 150 to 450 h over 12 months at most', () => {
  it.each([
    [149, ['enrolment.reconversion-150-to-450h']],
    [150, []],
    [450, []],
    [451, ['enrolment.reconversion-150-to-450h']],
  ])('%i h', (hours, expected) => {
    expect(rules('reconversion_period', hours, 12)).toEqual(expected);
  });

  it('the CQP of 279 h fits and the FAE of 112 h does not', () => {
    expect(rules('reconversion_period', 279, 6)).toEqual([]);
    expect(rules('reconversion_period', 112, 6)).toEqual(['enrolment.reconversion-150-to-450h']);
  });

  it('one day more than 12 months is too long', () => {
    const endsOn = '2028-01-04';
    expect(rules('reconversion_period', 279, null, { endsOn })).toEqual([
      'enrolment.reconversion-at-most-12-months',
    ]);
    expect(rules('reconversion_period', 279, null, { endsOn: '2028-01-03' })).toEqual([]);
  });
});

describe('DOMAIN 7, W43, W44: POEC of 400 h at most', () => {
  it.each([
    [384, ['enrolment.poec-third-in-company']],
    [400, ['enrolment.poec-third-in-company']],
    [401, ['enrolment.poec-at-most-400h']],
  ])('%i h', (hours, expected) => {
    expect(rules('jobseeker_poec_pic', hours, 12)).toEqual(expected);
  });

  it.each([
    [112, '56 h'],
    [266, '133 h'],
    [279, '121 h'],
    [400, '0 h'],
  ])('a third in company, W43, W44: beside %i h at the centre, %s at most', (hours, inCompany) => {
    const [finding] = checkRouteHours({
      route: 'jobseeker_poec_pic',
      trainingMinutes: hours * 60,
      startsOn: '2026-10-05',
      endsOn: null,
      experienceYears: null,
    });
    expect(finding?.message).toMatch(new RegExp(`^POEC : ${inCompany} en entreprise au plus`));
    expect(finding?.severity).toBe('information');
  });
});

describe('DOMAIN 4.7: VAE warns below one year of experience, 1,607 h', () => {
  it.each([
    [null, ['enrolment.vae-experience-1607h']],
    [0, ['enrolment.vae-experience-1607h']],
    [1, []],
  ])('%p year', (experienceYears, expected) => {
    expect(rules('vae', 279, 12, { experienceYears })).toEqual(expected);
  });

  it('the threshold is the version’s: another one, or none', () => {
    const under = (requiredHours: number | null, warnBelowHours: number | null, years: number) =>
      check('vae', 279, 12, {
        experienceYears: years,
        vae: { requiredHours, warnBelowHours },
      }).map(({ rule }) => rule);
    expect(under(null, null, 0)).toEqual([]);
    expect(under(null, 3214, 1)).toEqual(['enrolment.vae-experience-1607h']);
    expect(under(3214, 1607, 1)).toEqual(['enrolment.vae-experience-required']);
    expect(under(3214, 1607, 2)).toEqual([]);
  });
});

it('a dispensation counts: 279 h less 130 h is too short for a contrat de professionnalisation', () => {
  expect(rules('professional_contract', 149, null)).toEqual(['enrolment.training-at-least-150h']);
});

it('every rule of a route warns and never blocks; continuing training has none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...accessRoutes),
      fc.integer({ min: 0, max: 600 }),
      fc.option(fc.integer({ min: 1, max: 36 }), { nil: null }),
      (route, hours, months) => {
        const findings = check(route, hours, months);
        expect(hasError(findings)).toBe(false);
        if (route === 'continuing_training') expect(findings).toEqual([]);
      },
    ),
  );
});
