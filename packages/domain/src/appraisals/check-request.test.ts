import { describe, expect, it } from '@jest/globals';
import { checkRequestBlocks, checkRequestDay, checkRequestLearners } from './check-request.ts';

describe('a tutor asked for an appraisal (DOMAIN 4.5)', () => {
  it('has until today or later to answer', () => {
    expect(checkRequestDay('2026-03-02', '2026-03-02')).toEqual([]);
    expect(checkRequestDay('2026-03-01', '2026-03-02')).toMatchObject([
      { rule: 'appraisal.due-from-today', path: '/dueOn', source: 'DOMAIN 4.5' },
    ]);
  });

  it('about learners still in training in the cohort', () => {
    expect(checkRequestLearners(null, [])).toEqual([]);
    expect(checkRequestLearners(['léa', 'léa'], ['léa', 'nora'])).toEqual([]);
    expect(checkRequestLearners(['léa', 'paul'], ['léa'])).toMatchObject([
      { rule: 'appraisal.asked-in-training', path: '/enrolmentIds', source: 'DOMAIN 4.5' },
    ]);
  });

  it('on blocks of the version that the cohort follows', () => {
    expect(checkRequestBlocks(['B1'], ['B1', 'B2'])).toEqual([]);
    const [refused] = checkRequestBlocks(['B1', 'B9'], ['B1', 'B2']);
    expect(refused).toMatchObject({ rule: 'appraisal.known-block', path: '/blockCodes/1' });
    expect(refused?.message).toContain('Le bloc B9');
  });
});
