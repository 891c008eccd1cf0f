import { describe, expect, it } from '@jest/globals';
import { checkBlockToAppraise, checkPaperForm } from './check-paper-form.ts';

const form = {
  signedOn: '2026-11-20',
  today: '2026-11-23',
  knownSince: '2026-06-01',
  acquiredOn: null,
};
const rulesOf = (change: Partial<Parameters<typeof checkPaperForm>[0]>) =>
  checkPaperForm({ ...form, ...change }).map(({ path, rule }) => `${path} ${rule}`);

describe('a form signed on paper is typed in, DOMAIN 4.5', () => {
  it('signed on a day between the first day at work or in training and today', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ signedOn: '2026-06-01' })).toEqual([]);
    expect(rulesOf({ signedOn: '2026-11-23' })).toEqual([]);
    expect(rulesOf({ signedOn: '2026-05-31' })).toEqual(['/signedOn appraisal.signed-on']);
    expect(rulesOf({ signedOn: '2026-11-24' })).toEqual(['/signedOn appraisal.signed-on']);
  });

  it('for a block that no jury has acquired: what led to it no longer changes (S1:L176)', () => {
    expect(rulesOf({ acquiredOn: '2026-11-21' })).toEqual(['/blockCode appraisal.block-acquired']);
    expect(checkBlockToAppraise('2026-11-21')[0]?.message).toContain('acquis le 21 novembre 2026');
    expect(checkBlockToAppraise(null)).toEqual([]);
  });
});
