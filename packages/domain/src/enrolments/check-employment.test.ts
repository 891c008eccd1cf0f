import { describe, expect, it } from '@jest/globals';
import { checkEmployment, type EmploymentFacts } from './check-employment.ts';

const employment: EmploymentFacts = {
  siret: '73282932000074',
  hireDate: '2026-09-01',
  dutyStartOn: '2026-09-01',
  cpamContractSignedOn: '2026-06-15',
  endsOn: null,
};
const found = (more: Partial<EmploymentFacts>) =>
  checkEmployment({ ...employment, ...more }).map(({ path, rule }) => [path, rule]);

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

  it('a SIRET that is wrong is said at its field, an absent one is not', () => {
    expect(found({ siret: '73282932000075' })).toEqual([['/siret', 'employment.siret-key']]);
    expect(found({ siret: null })).toEqual([]);
  });
});
