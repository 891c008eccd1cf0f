import { describe, expect, it } from '@jest/globals';
import { leMans } from '../test-records.ts';
import { adviseGroups } from './advise-groups.ts';

const advise = (learners: number, isAhead = true) =>
  adviseGroups(leMans, [{ credentialCode: 'AFGSU1', learners, isAhead }]).map(
    ({ message }) => message,
  );

describe('the groups of a credential’s training (W1)', () => {
  it('more learners than the 12 of an AFGSU group: how many groups to plan', () => {
    expect(advise(12)).toEqual([]);
    expect(advise(13)).toEqual([
      '13 apprenants préparent AFGSU niveau 1, par groupes de 12 au plus : prévoyez 2 groupes.',
    ]);
    expect(advise(25)[0]).toContain('prévoyez 3 groupes');
    const many = { credentialCode: 'AFGSU1', learners: 13, isAhead: true };
    expect(adviseGroups(leMans, [many])).toMatchObject([{ rule: 'cohort.credential-group' }]);
  });

  it('nothing once its half-days are past, nor when the programme does not teach it', () => {
    expect(advise(13, false)).toEqual([]);
    expect(adviseGroups(leMans, [])).toEqual([]);
  });
});
