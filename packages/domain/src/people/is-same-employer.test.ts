import { describe, expect, it } from '@jest/globals';
import { isSameEmployer } from './is-same-employer.ts';

const employer = (employerName: string | null, siret: string | null = null) => ({
  employerName,
  siret,
});

describe('an employer is told from another', () => {
  it('by its SIRET when both have one', () => {
    expect(isSameEmployer(employer('A', '732'), employer('B', '732'))).toBe(true);
    expect(isSameEmployer(employer('A', '732'), employer('A', '733'))).toBe(false);
  });

  it('by its name otherwise, accents and case aside', () => {
    expect(isSameEmployer(employer('Cabinet Ménard'), employer('CABINET MENARD', '732'))).toBe(
      true,
    );
    expect(isSameEmployer(employer(null), employer(null))).toBe(false);
  });
});
