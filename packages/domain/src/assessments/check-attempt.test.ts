import { describe, expect, it } from '@jest/globals';
import type { Assessment, Framework } from '../frameworks/framework.ts';
import { blockOf, leMans, resultsOf } from '../test-records.ts';
import { type AttemptInput, checkAttempt } from './check-attempt.ts';

const assessmentAt = (blockCode: string, index: number): Assessment => {
  const assessment = blockOf(blockCode).assessments[index];
  if (!assessment) throw new RangeError(`No épreuve ${index} in ${blockCode}`);
  return assessment;
};
const failed = resultsOf('B1', '-', '2026-11-02');
const acquired = resultsOf('B1', '+', '2026-11-02');

const rulesOf = (more: Partial<AttemptInput>) =>
  checkAttempt({
    framework: leMans,
    assessment: assessmentAt('B1', 0),
    recorded: [],
    attempt: 1,
    heldOn: '2026-11-20',
    today: '2026-11-23',
    blockAcquiredOn: null,
    stay: { state: 'active', startsOn: '2026-09-07', endsOn: null },
    ...more,
  }).map(({ rule, path }) => `${rule} ${path}`);

describe('attempts at an épreuve are numbered (DOMAIN 4.4)', () => {
  it('takes the first, then the next after a failure', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ recorded: failed, attempt: 2 })).toEqual([]);
  });

  it('refuses a number that leaves a gap', () => {
    expect(rulesOf({ attempt: 2 })).toEqual(['attempt.numbered /attempt']);
    expect(rulesOf({ recorded: failed, attempt: 3 })).toEqual(['attempt.numbered /attempt']);
  });

  it('refuses a second attempt while the first is not fully marked', () => {
    const blank = failed.map((result) => ({ ...result, marks: {} }));
    expect(rulesOf({ recorded: blank, attempt: 2 })).toEqual([
      'attempt.previous-finished /attempt',
    ]);
  });

  it('takes a correction of an attempt already written', () => {
    expect(rulesOf({ recorded: acquired, attempt: 1 })).toEqual([]);
  });

  it('keeps attempts in the order of their days', () => {
    expect(rulesOf({ recorded: failed, attempt: 2, heldOn: '2026-10-30' })).toEqual([
      'attempt.in-order /heldOn',
    ]);
  });
});

describe('only failed épreuves are sat again by default (Q2)', () => {
  it('refuses a new attempt at an acquired épreuve', () => {
    expect(rulesOf({ recorded: acquired, attempt: 2 })).toEqual([
      'attempt.already-acquired /attempt',
    ]);
  });

  it('takes it when the version asks for the whole block', () => {
    const framework: Framework = { ...leMans, resit: { scope: 'whole_block', maxAttempts: null } };
    expect(rulesOf({ framework, recorded: acquired, attempt: 2 })).toEqual([]);
  });

  it('stops at the version’s number of attempts', () => {
    const framework: Framework = { ...leMans, resit: { ...leMans.resit, maxAttempts: 1 } };
    expect(rulesOf({ framework, recorded: failed, attempt: 2 })).toEqual([
      'attempt.maximum /attempt',
    ]);
  });
});

describe('what cannot be written down', () => {
  it('an épreuve held before the learner entered (W3)', () => {
    expect(rulesOf({ heldOn: '2026-09-06' })).toEqual(['attempt.after-entry /heldOn']);
    expect(rulesOf({ heldOn: '2026-09-07' })).toEqual([]);
  });

  it('an épreuve held after an abandonment; one held before it is noted late', () => {
    const stay = { state: 'withdrawn', startsOn: '2026-09-07', endsOn: '2026-11-13' } as const;
    expect(rulesOf({ stay })).toEqual(['attempt.before-withdrawal /heldOn']);
    expect(rulesOf({ stay, heldOn: '2026-11-13' })).toEqual([]);
  });

  it('but the marks of one recorded already are put right, whatever was said of the entry since', () => {
    const stay = { state: 'active', startsOn: '2026-11-16', endsOn: null } as const;
    expect(rulesOf({ recorded: failed, attempt: 1, heldOn: '2026-11-02', stay })).toEqual([]);
  });

  it('an épreuve that has not taken place', () => {
    expect(rulesOf({ heldOn: '2026-11-24' })).toEqual(['attempt.held /heldOn']);
  });

  it('an épreuve that a credential stands for (S1:L155)', () => {
    expect(rulesOf({ assessment: assessmentAt('B4', 5) })).toEqual([
      'attempt.credential-instead /assessment',
    ]);
  });

  it('anything in a block that a jury has acquired (S1:L176)', () => {
    expect(rulesOf({ blockAcquiredOn: '2026-11-10' })).toEqual(['attempt.block-acquired /attempt']);
  });
});
