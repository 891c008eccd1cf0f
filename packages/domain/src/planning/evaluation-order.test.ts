import { describe, expect, it } from '@jest/globals';
import { findEarlyEvaluations, isEvaluationTooEarly } from './evaluation-order.ts';

const evaluation = {
  ...({ kind: 'evaluation', blockCode: 'B1', moduleCode: null } as const),
  date: '2026-11-03',
  startsAt: 540,
  isLocked: true,
  isPast: false,
};
const training = {
  ...({ kind: 'training', blockCode: 'B1', moduleCode: 'B1-M1' } as const),
  date: '2026-11-10',
  startsAt: 540,
};

describe('S1:L178: a block is assessed after its last module', () => {
  it('an evaluation before hours of its own block is too early, whichever is asked about', () => {
    expect(isEvaluationTooEarly(evaluation, training)).toBe(true);
    expect(isEvaluationTooEarly(training, evaluation)).toBe(true);
    expect(isEvaluationTooEarly(evaluation, { ...training, blockCode: 'B2' })).toBe(false);
    expect(isEvaluationTooEarly(evaluation, { ...training, date: '2026-11-02' })).toBe(false);
  });

  it('slot.evaluation-after-training: a locked one that a new calendar leaves behind is told', () => {
    const later = { ...training, date: '2026-11-17' };
    const [finding, ...others] = findEarlyEvaluations([evaluation], [training, later]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'slot.evaluation-after-training', severity: 'warning' });
    expect(finding?.message).toBe(
      'L’évaluation du bloc B1 du 3 novembre 2026 viendrait avant des heures du bloc, jusqu’au 17 novembre 2026. Elle est verrouillée : déverrouillez-la pour qu’elle soit replacée, ou déplacez-la.',
    );
    expect(findEarlyEvaluations([evaluation], [{ ...training, date: '2026-10-01' }])).toEqual([]);
  });

  it('one that took place is not unlocked: another is added if need be', () => {
    const [finding] = findEarlyEvaluations([{ ...evaluation, isPast: true }], [training]);
    expect(finding?.message).toContain('ajoutez une évaluation après ces heures');
  });
});
