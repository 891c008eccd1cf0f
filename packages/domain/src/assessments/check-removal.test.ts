import { describe, expect, it } from '@jest/globals';
import { checkCredentialRemoval, checkResultRemoval } from './check-removal.ts';

const result = { blockCode: 'B1', attempt: 1, heldOn: '2026-11-20', lastAttempt: 1, verdicts: [] };

describe('what was written down for the wrong learner is taken back', () => {
  it('an attempt on which no jury has decided', () => {
    const verdicts = [
      { blockCode: 'B2', decision: 'acquired', decidedOn: '2026-12-18' },
      { blockCode: 'B1', decision: 'not_acquired', decidedOn: '2026-06-12' },
      // An adjournment judges nothing.
      { blockCode: 'B1', decision: 'adjourned', decidedOn: '2026-12-18' },
    ] as const;
    expect(checkResultRemoval({ ...result, verdicts })).toEqual([]);
  });

  it('S1:L176: not once a jury has decided on the block with it, acquired or not', () => {
    const verdicts = [
      { blockCode: 'B1', decision: 'not_acquired', decidedOn: '2026-12-18' },
    ] as const;
    expect(checkResultRemoval({ ...result, verdicts })).toMatchObject([
      { rule: 'removal.result-decided-on', message: expect.stringContaining('18 décembre 2026') },
    ]);
  });

  it('Q2: the last attempt first, so that numbers have no gap', () => {
    expect(checkResultRemoval({ ...result, lastAttempt: 2 })).toMatchObject([
      { rule: 'removal.last-attempt', message: expect.stringContaining('n° 2') },
    ]);
    expect(checkResultRemoval({ ...result, attempt: 2, lastAttempt: 2 })).toEqual([]);
  });

  it('S1:L155, L176: a credential with which nothing was decided', () => {
    const uses = [
      { what: 'Le bloc B4, acquis au jury du 20 novembre 2026,', decidedOn: '2026-11-20' },
    ];
    expect(checkCredentialRemoval({ obtainedOn: '2026-11-21', uses })).toEqual([]);
    expect(checkCredentialRemoval({ obtainedOn: '2026-03-04', uses })).toMatchObject([
      {
        rule: 'removal.credential-rested-on',
        message:
          'Le bloc B4, acquis au jury du 20 novembre 2026, repose sur cette attestation : elle ne se retire plus.',
      },
    ]);
  });
});
