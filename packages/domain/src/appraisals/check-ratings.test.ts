import { describe, expect, it } from '@jest/globals';
import { blockOf } from '../test-records.ts';
import type { AppraisalLevel } from '../vocabulary.ts';
import { checkRatings, checkSignature } from './check-ratings.ts';

const block = blockOf('B2');
const all = (level: AppraisalLevel) =>
  Object.fromEntries(block.competences.map(({ code }) => [code, level]));

describe('levels name the competences of the block, DOMAIN 4.5', () => {
  it('accepts any part of the block’s own competences', () => {
    expect(checkRatings(block, {})).toEqual([]);
    expect(checkRatings(block, all('in_progress'))).toEqual([]);
  });

  it('refuses a competence of another block, at its own place', () => {
    const [finding] = checkRatings(block, { ...all('mastered'), 'B1-C1': 'mastered' });
    expect(finding).toMatchObject({
      rule: 'appraisal.known-competence',
      path: '/ratings/B1-C1',
      severity: 'error',
    });
  });

  it('refuses a remark on a competence that does not exist', () => {
    expect(checkRatings(block, {}, { 'B2-C99': 'Bien' })).toMatchObject([
      { rule: 'appraisal.known-competence', path: '/comments/B2-C99' },
    ]);
  });
});

describe('an appraisal is signed whole, DOMAIN 4.5', () => {
  it('is ready when every competence has a level, whatever the level', () => {
    expect(checkSignature(block, all('not_acquired')).outcome).toBe('ready');
  });

  it('says how many remain', () => {
    const [first] = block.competences;
    const decision = checkSignature(block, { [first?.code ?? '']: 'mastered' });
    expect(decision.outcome).toBe('incomplete');
    expect(decision.reasons).toMatchObject([{ rule: 'appraisal.complete', met: false }]);
    expect(decision.reasons[0]?.facts).toBe(
      `1 compétence sur ${block.competences.length} : il en reste ${block.competences.length - 1} avant de signer.`,
    );
  });
});
