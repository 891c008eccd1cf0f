import { describe, expect, it } from '@jest/globals';
import { checkEmployment, type EmploymentFacts } from './check-employment.ts';

const employment: EmploymentFacts = {
  siret: '73282932000074',
  hireDate: '2026-09-01',
  dutyStartOn: '2026-09-01',
  cpamContractSignedOn: '2026-06-15',
  endsOn: null,
  contractStartsOn: null,
};
const found = (more: Partial<EmploymentFacts>) =>
  checkEmployment({ ...employment, ...more }, '2026-11-23').map(({ path, rule }) => [path, rule]);

describe('the dates of an employment (DOMAIN 6)', () => {
  it('a contract with the CPAM may be signed before the hiring', () => {
    expect(found({})).toEqual([]);
  });

  it('duties do not start before the hiring', () => {
    expect(found({ dutyStartOn: '2026-08-31' })).toEqual([
      ['/dutyStartOn', 'employment.duty-after-hire'],
    ]);
  });

  it('an employment does not end before it began', () => {
    expect(found({ endsOn: '2026-08-31' })).toEqual([['/endsOn', 'employment.ends-after-hire']]);
  });

  it('a contract begins with the hiring or after it, and ends after it began', () => {
    expect(found({ contractStartsOn: '2026-08-31' })).toEqual([
      ['/contractStartsOn', 'employment.contract-after-hire'],
    ]);
    expect(found({ contractStartsOn: '2026-10-05', endsOn: '2026-10-04' })).toEqual([
      ['/endsOn', 'employment.ends-after-start'],
    ]);
    expect(found({ contractStartsOn: '2026-10-05', endsOn: '2027-10-04' })).toEqual([]);
  });

  it('a date that only a slip of the year explains is refused at its field', () => {
    const slip = (path: string) => [[path, 'employment.year-believed']];
    expect(found({ hireDate: '0202-05-01', dutyStartOn: null })).toEqual(slip('/hireDate'));
    expect(found({ hireDate: '2199-01-01', dutyStartOn: null })).toEqual(slip('/hireDate'));
    expect(found({ dutyStartOn: '2206-09-01' })).toEqual(slip('/dutyStartOn'));
    expect(found({ cpamContractSignedOn: '9999-05-05' })).toEqual(slip('/cpamContractSignedOn'));
    expect(found({ endsOn: '2126-08-31' })).toEqual(slip('/endsOn'));
    expect(found({ hireDate: '1981-09-01' })).toEqual([]);
  });

  it('a date that the employment has already is not asked again when it grows old', () => {
    const old = { hireDate: '1975-09-01', dutyStartOn: '1975-09-01' };
    const rulesOf = (before: Partial<EmploymentFacts>) =>
      checkEmployment({ ...employment, ...old }, '2026-11-23', before).map(({ path }) => path);
    expect(rulesOf(old)).toEqual([]);
    expect(rulesOf({ ...old, hireDate: '1976-09-01' })).toEqual(['/hireDate']);
  });

  it('no contract was signed with the CPAM before the convention that made them (W16)', () => {
    expect(found({ cpamContractSignedOn: '2018-12-31' })).toHaveLength(1);
    expect(found({ cpamContractSignedOn: '2019-07-01' })).toEqual([]);
  });

  it('a SIRET that is wrong is said at its field, an absent one is not', () => {
    expect(found({ siret: '73282932000075' })).toEqual([['/siret', 'employment.siret-key']]);
    expect(found({ siret: null })).toEqual([]);
  });
});
