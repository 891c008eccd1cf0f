import { describe, expect, it } from '@jest/globals';
import { frameworkLibrary } from '../frameworks/library.ts';
import { checkSelfAssessing, checkSending } from './check-sending.ts';

describe('a learner’s own word on their competences (DOMAIN 4.5)', () => {
  const block = frameworkLibrary[0]?.blocks[0];
  if (!block) throw new Error('The library has no block');
  const [first, ...others] = block.competences.map(({ code }) => code);
  const whole = Object.fromEntries(
    [first ?? '', ...others].map((code) => [code, 'mastered'] as const),
  );

  it('is written while in training only', () => {
    expect(checkSelfAssessing('active')).toEqual([]);
    for (const state of ['completed', 'withdrawn'] as const)
      expect(checkSelfAssessing(state)).toMatchObject([{ rule: 'self-assessment.in-training' }]);
  });

  it('is sent once every competence has a level', () => {
    expect(checkSending(block, whole)).toEqual([]);
    const { [first ?? '']: _, ...rest } = whole;
    expect(checkSending(block, rest)).toMatchObject([
      {
        rule: 'self-assessment.complete',
        message: expect.stringContaining('il en reste 1 avant d’envoyer'),
      },
    ]);
  });
});
