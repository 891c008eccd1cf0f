import { describe, expect, it } from '@jest/globals';
import { checkLearnerClashes } from './check-learner-clashes.ts';

const change = { date: '2026-11-23', startsAt: 570, minutes: 180 };
const other = {
  slot: { ...change, startsAt: 600 },
  cohortName: 'Printemps',
  learnerNames: ['Abadie Lina'],
};

describe('DOMAIN 12, W3: a learner whose path crosses two cohorts is in one place at a time', () => {
  it('9 h 30 and 10 h clash: the warning names who and where', () => {
    expect(checkLearnerClashes(change, [other])).toMatchObject([
      {
        rule: 'slot.learners-free',
        severity: 'warning',
        message: '1 apprenant (Abadie Lina) suit déjà « Printemps » de 10 h à 13 h ce jour-là.',
      },
    ]);
  });

  it('names three of many', () => {
    const learnerNames = ['A', 'B', 'C', 'D'];
    expect(checkLearnerClashes(change, [{ ...other, learnerNames }])[0]?.message).toMatch(
      '4 apprenants (A, B, C…) suivent',
    );
  });

  it('is quiet when nobody is shared, or when one ends as the other starts', () => {
    expect(checkLearnerClashes(change, [{ ...other, learnerNames: [] }])).toEqual([]);
    const after = { ...other, slot: { ...change, startsAt: 750 } };
    expect(checkLearnerClashes(change, [after])).toEqual([]);
  });
});
