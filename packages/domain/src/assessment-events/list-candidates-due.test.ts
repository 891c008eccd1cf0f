import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlainDate } from '../plain-date.ts';
import { blockOf, leMans, resultsOf } from '../test-records.ts';
import { type AssessedLearner, listCandidatesDue } from './list-candidates-due.ts';

const held: PlainDate = '2026-12-14';
const today: PlainDate = '2026-11-23';
const refusal = {
  blockCode: 'B1',
  decision: 'not_acquired' as const,
  decidedOn: '2026-11-10',
  jurySessionId: 'j',
};
const whole = { ...leMans, resit: { scope: 'whole_block' as const, maxAttempts: null } };
const codesOf = (block: string) => blockOf(block).assessments.map(({ code }) => code);
const [first, second] = codesOf('B1');

const learner = (more: Partial<AssessedLearner> = {}): AssessedLearner => ({
  enrolmentId: 'a',
  name: 'Abadie Lina',
  framework: leMans,
  results: [],
  credentials: [],
  verdicts: [],
  stay: { state: 'active', startsOn: '2026-09-07', endsOn: null },
  blockAcquiredOn: null,
  plannedCodes: [],
  ...more,
});
const judge = (more: Partial<AssessedLearner> = {}, block = 'B1') => {
  const [one] = listCandidatesDue([learner(more)], block, held, today);
  if (!one) throw new Error('One learner, one answer');
  return one;
};

describe('who is assessed at the end of a block, and in what (S1:L178)', () => {
  it('a first time, in every épreuve', () => {
    expect(judge()).toMatchObject({
      outcome: 'due',
      isResit: false,
      assessmentCodes: codesOf('B1'),
      reasons: [{ rule: 'assessment-event.assessments-due', met: true, source: 'S1:L178' }],
    });
  });

  it('S1:L155: never in an épreuve that a credential stands for', () => {
    const credentialed = blockOf('B4').assessments.filter((one) => one.credentialCode !== null);
    expect(credentialed).toHaveLength(1);
    expect(judge({}, 'B4').assessmentCodes).not.toContain(credentialed[0]?.code);
  });

  it('Q2: who sits again, in what was failed or never sat', () => {
    const again = judge({ results: resultsOf('B1', '-+-.'), verdicts: [refusal] });
    expect(again).toMatchObject({ outcome: 'due', isResit: true });
    expect(again.assessmentCodes).toEqual([first, codesOf('B1')[2], codesOf('B1')[3]]);
    expect(again.reasons[0]?.facts).toMatch('Non acquis au jury du 10 novembre 2026.');
  });

  it('Q2: in all of the block when the version says so', () => {
    const again = judge({
      framework: whole,
      results: resultsOf('B1', '-+++'),
      verdicts: [refusal],
    });
    expect(again.assessmentCodes).toEqual(codesOf('B1'));
  });

  it('S1:L132: with enough épreuves, one may sit the rest and needs not', () => {
    const enough = judge({ results: resultsOf('B1', '+++-') });
    expect(enough.outcome).toBe('optional');
    expect(enough.reasons.at(-1)).toMatchObject({
      rule: 'assessment-event.still-needed',
      facts: expect.stringMatching('3 épreuves acquises sur 4, il en faut 3'),
    });
  });

  it('S1:L176: not on a block that a jury has acquired', () => {
    expect(judge({ blockAcquiredOn: '2026-06-12' })).toMatchObject({
      outcome: 'not_due',
      assessmentCodes: [],
      reasons: [{ rule: 'assessment-event.block-open', met: false }],
    });
  });

  it('not before they enter (Q18), nor once they have left', () => {
    const late = { state: 'active', startsOn: '2027-01-04', endsOn: null } as const;
    const left = { state: 'withdrawn', startsOn: '2026-09-07', endsOn: '2026-10-02' } as const;
    for (const stay of [late, left])
      expect(judge({ stay })).toMatchObject({
        outcome: 'not_due',
        reasons: [{ rule: 'assessment-event.in-training', met: false }],
      });
    // Training is over; the block that was refused is not.
    const ended = { state: 'completed', startsOn: '2025-09-01', endsOn: '2026-07-03' } as const;
    expect(judge({ stay: ended, verdicts: [refusal] }).outcome).toBe('due');
  });

  it('not in what another event has for them, nor once the attempts are spent', () => {
    const elsewhere = judge({ plannedCodes: [first ?? ''] });
    expect(elsewhere.assessmentCodes).toEqual(codesOf('B1').slice(1));
    expect(elsewhere.reasons.at(-1)?.rule).toBe('assessment-event.planned-once');
    const spent = judge({
      framework: { ...leMans, resit: { scope: 'failed_assessments', maxAttempts: 1 } },
      results: resultsOf('B1', '+-..'),
    });
    expect(spent.assessmentCodes).not.toContain(second);
    expect(spent.reasons.at(-1)).toMatchObject({ rule: 'assessment-event.attempts-left' });
  });

  it('nobody sits again what is acquired, and nobody is due without an épreuve', () => {
    const letters = fc.array(fc.constantFrom('+', '-', '.'), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(letters, fc.boolean(), (marks, isRefused) => {
        const results = resultsOf('B1', marks.join(''));
        const one = judge({ results, verdicts: isRefused ? [refusal] : [] });
        const open = codesOf('B1').filter((_, index) => marks[index] !== '+');
        expect(one.assessmentCodes).toEqual(open);
        expect(one.outcome === 'not_due').toBe(open.length === 0);
        expect(one.reasons.length).toBeGreaterThan(0);
      }),
    );
  });
});
