import { describe, expect, it } from '@jest/globals';
import { checkTutorLoad } from './check-tutor-load.ts';

describe('how many learners a tutor may follow (DOMAIN 4.5, W27–W29)', () => {
  it.each([
    ['employee', 3, 'ok'],
    ['employee', 4, 'warning'],
    ['employer', 2, 'ok'],
    ['employer', 3, 'warning'],
  ] as const)('%s with %i learners: %s', (kind, learnersFollowed, outcome) => {
    expect(checkTutorLoad({ kind, learnersFollowed, yearsExperience: 10 }).outcome).toBe(outcome);
  });

  it.each([
    [2, 'ok'],
    [1, 'warning'],
    [null, 'warning'],
  ] as const)('%s years of experience: %s', (yearsExperience, outcome) => {
    const tutor = { kind: 'employer', learnersFollowed: 1, yearsExperience } as const;
    expect(checkTutorLoad(tutor).outcome).toBe(outcome);
  });

  it('says the limit in a sentence', () => {
    const { reasons } = checkTutorLoad({
      kind: 'employer',
      learnersFollowed: 3,
      yearsExperience: 5,
    });
    expect(reasons.map(({ rule, met }) => [rule, met])).toEqual([
      ['tutor.maximum-learners', false],
      ['tutor.minimum-experience', true],
    ]);
    expect(reasons[0]?.facts).toBe('Ce tuteur employeur suit 3 apprenants, 2 au plus.');
  });
});
