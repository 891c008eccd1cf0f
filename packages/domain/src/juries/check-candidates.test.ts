import { describe, expect, it } from '@jest/globals';
import { checkCandidateRemoval, checkComing } from './check-candidates.ts';

describe('who comes before a session (S1:L132–155)', () => {
  const lea = { name: 'Léa Petit', frameworkVersionId: 'v1' };
  const nora = { name: 'Nora Haddad', frameworkVersionId: 'v2' };

  it('learners of the version that it judges', () => {
    expect(checkComing([], 'v1')).toEqual([]);
    expect(checkComing([lea], 'v1')).toEqual([]);
  });

  it('one who follows another version has a session of their own', () => {
    const [refused] = checkComing([lea, nora], 'v1');
    expect(refused).toMatchObject({
      rule: 'jury.candidate-same-framework',
      path: '/enrolmentIds',
      source: 'S1:L132–155',
    });
    expect(refused?.message).toMatch(/^Nora Haddad suit un autre référentiel/);
  });
});

describe('a candidate taken out of a session (S1:L176)', () => {
  it('leaves while nothing is decided about them', () => {
    expect(checkCandidateRemoval('Léa Petit', 0)).toEqual([]);
  });

  it('stays once one block is decided', () => {
    expect(checkCandidateRemoval('Léa Petit', 1)).toMatchObject([
      { rule: 'jury.candidate-undecided', path: '', source: 'S1:L176' },
    ]);
  });
});
