import { describe, expect, it } from '@jest/globals';
import { checkEmployment, type EmploymentFacts } from './check-employment.ts';

const employment: EmploymentFacts = {
  siret: '73282932000074',
  hireDate: '2026-09-01',
  dutyStartOn: '2026-09-01',
  cpamContractSignedOn: '2026-06-15',
  endsOn: null,
};
const pathsOf = (more: Partial<EmploymentFacts>) =>
  checkEmployment({ ...employment, ...more }).map(({ path }) => path);

describe('the dates of an employment (DOMAIN 6)', () => {
  it('a contract with the CPAM may be signed before the hiring', () => {
    expect(pathsOf({})).toEqual([]);
  });

  it('duties do not start before the hiring', () => {
    expect(pathsOf({ dutyStartOn: '2026-08-31' })).toEqual(['/dutyStartOn']);
  });

  it('an employment does not end before it began', () => {
    expect(pathsOf({ endsOn: '2026-08-31' })).toEqual(['/endsOn']);
  });

  it('a SIRET that is wrong is said at its field, an absent one is not', () => {
    expect(pathsOf({ siret: '73282932000075' })).toEqual(['/siret']);
    expect(pathsOf({ siret: null })).toEqual([]);
  });
});
