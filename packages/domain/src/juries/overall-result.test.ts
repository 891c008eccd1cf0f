import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockDecisions } from '../vocabulary.ts';
import { needsMotive, overallResult } from './overall-result.ts';

const codes = ['B1', 'B2', 'B3', 'B4'];
const decide = (...decisions: (typeof blockDecisions)[number][]) =>
  decisions.map((decision, index) => ({ blockCode: `B${index + 1}`, decision }));

describe('when the jury must give a motive (DOMAIN 4.6)', () => {
  it.each([
    ['acquired', 'acquired', false],
    ['acquired', 'not_acquired', true],
    ['acquired', 'adjourned', true],
    ['not_acquired', 'acquired', true],
    ['not_acquired', 'not_acquired', false],
    ['incomplete', 'acquired', true],
    ['incomplete', 'not_acquired', true],
    ['incomplete', 'adjourned', false],
  ] as const)('proposed %s, decided %s: %s', (proposal, decision, expected) => {
    expect(needsMotive(proposal, decision)).toBe(expected);
  });
});

describe('the overall result (S1:L174–176, W30, W32, W37)', () => {
  it('total when every block is acquired', () => {
    expect(overallResult(codes, decide('acquired', 'acquired', 'acquired', 'acquired'))).toBe(
      'total',
    );
  });

  it('partial when some are: the others are presented again', () => {
    expect(overallResult(codes, decide('acquired', 'acquired', 'acquired', 'not_acquired'))).toBe(
      'partial',
    );
  });

  it('refused when none is, adjourned when nothing was decided', () => {
    expect(overallResult(codes, decide('not_acquired', 'adjourned'))).toBe('refused');
    expect(overallResult(codes, decide('adjourned', 'adjourned'))).toBe('adjourned');
    expect(overallResult(codes, [])).toBe('adjourned');
  });

  it('a block once acquired is never lost by a later decision (S1:L176)', () => {
    const anyDecision = fc.record({
      blockCode: fc.constantFrom(...codes),
      decision: fc.constantFrom(...blockDecisions),
    });
    fc.assert(
      fc.property(fc.array(anyDecision), anyDecision, (decisions, later) => {
        const rank = { adjourned: 0, refused: 0, partial: 1, total: 2 };
        const before = rank[overallResult(codes, decisions)];
        expect(rank[overallResult(codes, [...decisions, later])]).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('other certifications with three or six blocks work the same', () => {
    expect(overallResult(['B1', 'B2', 'B3'], decide('acquired', 'acquired', 'acquired'))).toBe(
      'total',
    );
    expect(overallResult([...codes, 'B5', 'B6'], decide('acquired', 'acquired'))).toBe('partial');
  });
});
