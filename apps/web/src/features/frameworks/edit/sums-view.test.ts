import { cqpAm2022Afbb, cqpAm40913LeMans } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../version.ts';
import { viewSums } from './sums-view.ts';

const asDraft = (framework: typeof cqpAm2022Afbb) => structuredClone(framework) as unknown as Draft;

describe('the sums beside the editor', () => {
  it('afbb 2022: 371 h of modules, 13 h of evaluation, 384 h stated (H1)', () => {
    expect(viewSums(asDraft(cqpAm2022Afbb))).toMatchObject({
      modulesMinutes: 371 * 60,
      evaluationMinutes: 13 * 60,
      totalMinutes: 384 * 60,
      gapMinutes: 0,
    });
  });

  it('Le Mans: each block’s modules make what is stated', () => {
    expect(viewSums(asDraft(cqpAm40913LeMans)).blocks.map(({ gapMinutes }) => gapMinutes)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('a duration that is not typed yet counts for nothing, and the gap says so', () => {
    const draft = asDraft(cqpAm40913LeMans);
    const module = draft.blocks[3]?.modules[0];
    if (!module) throw new Error('no module');
    module.minutes = null;
    const sums = viewSums(draft);
    expect(sums.blocks[3]?.gapMinutes).toBe(-14 * 60);
    expect(sums.totalMinutes).toBe((279 - 14) * 60);
  });
});
