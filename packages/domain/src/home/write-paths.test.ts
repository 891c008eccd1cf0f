import { describe, expect, it } from '@jest/globals';
import { learner, list } from './test-morning.ts';

describe('what was missed by who joined late (W3)', () => {
  const path = {
    learner: learner('El Amrani Sofia'),
    cohortId: 'c1',
    cohortName: 'Automne 2026',
    items: ['Parcours de santé', 'Évaluation du bloc B1'],
  };

  it('one learner is named, with what has no dates and the way to plan it', () => {
    expect(list({ paths: [path] }).atRisk).toEqual([
      {
        kind: 'path',
        days: 25,
        subject: 'El Amrani Sofia',
        fact: '2 étapes du parcours à planifier',
        why: 'Sans dates : Parcours de santé, Évaluation du bloc B1.',
        actions: [
          {
            act: 'plan_path',
            label: 'Planifier',
            targetId: 'enrolment of El Amrani Sofia',
            blockCode: null,
          },
          {
            act: 'read_learner',
            label: 'Voir le dossier',
            targetId: 'enrolment of El Amrani Sofia',
            blockCode: null,
          },
        ],
        phone: null,
      },
    ]);
  });

  it('several of one cohort share a row that leads to their list', () => {
    const other = { ...path, learner: learner('Petitjean Noé', null) };
    expect(list({ paths: [path, other] }).atRisk).toMatchObject([
      {
        days: 25,
        subject: 'Automne 2026',
        fact: '2 apprenants ont des étapes de leur parcours à planifier',
        why: 'El Amrani Sofia, Petitjean Noé.',
        actions: [{ act: 'plan_paths', targetId: 'c1' }, { act: 'read_learners' }],
      },
    ]);
  });
});
