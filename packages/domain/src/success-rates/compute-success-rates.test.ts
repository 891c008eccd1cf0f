import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockDecisions } from '../vocabulary.ts';
import {
  computeSuccessRates,
  type JudgedLearner,
  listJudgedYears,
  tellSuccessMethod,
} from './compute-success-rates.ts';

const blocks = [
  { code: 'B1', name: 'Parcours' },
  { code: 'B2', name: 'Accueil' },
];
type Decided = readonly [block: string, decision: (typeof blockDecisions)[number], on?: string];
const learner = (certifiedOn: string | null, ...decisions: readonly Decided[]): JudgedLearner => ({
  certifiedOn,
  decisions: decisions.map(([blockCode, decision, decidedOn = '2026-11-20']) => ({
    blockCode,
    decision,
    decidedOn,
  })),
});

describe('success rates with numerator and denominator (Qualiopi 2, 3)', () => {
  it('certified over judged, and block by block', () => {
    const rates = computeSuccessRates(
      [
        learner('2026-11-20', ['B1', 'acquired'], ['B2', 'acquired']),
        learner(null, ['B1', 'acquired'], ['B2', 'not_acquired']),
        learner(null),
      ],
      blocks,
    );
    expect(rates).toEqual({
      numerator: 1,
      denominator: 2,
      rate: 0.5,
      blocks: [
        { ...blocks[0], numerator: 2, denominator: 2, rate: 1 },
        { ...blocks[1], numerator: 1, denominator: 2, rate: 0.5 },
      ],
    });
  });

  it('somebody adjourned counts in nothing', () => {
    const rates = computeSuccessRates([learner(null, ['B1', 'adjourned'])], blocks);
    expect([rates.denominator, rates.rate]).toEqual([0, null]);
  });

  it('refused one year, certified the next: a failure, then a success', () => {
    const lina = learner(
      '2027-02-10',
      ['B1', 'acquired', '2026-11-20'],
      ['B2', 'not_acquired', '2026-11-20'],
      ['B2', 'acquired', '2027-02-10'],
    );
    const of = (year: number | null) => {
      const { numerator, denominator, blocks: own } = computeSuccessRates([lina], blocks, year);
      const [, second] = own;
      return [numerator, denominator, second?.numerator, second?.denominator];
    };
    expect(listJudgedYears([lina])).toEqual([2027, 2026]);
    expect([of(2026), of(2027), of(2025), of(null)]).toEqual([
      [0, 1, 0, 1],
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
  });

  it('a decision on a block that a jury had acquired already counts in nothing (S1:L176)', () => {
    const learnerOf = learner(
      '2026-11-20',
      ['B1', 'acquired', '2026-11-20'],
      ['B1', 'not_acquired', '2026-11-25'],
    );
    expect(computeSuccessRates([learnerOf], blocks).blocks[0]).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
  });

  it('a numerator never exceeds its denominator', () => {
    const decision = fc.tuple(
      fc.constantFrom('B1', 'B2'),
      fc.constantFrom(...blockDecisions),
      fc.constantFrom('2026-11-20', '2027-02-10'),
    );
    const anyone = fc
      .tuple(fc.option(fc.constantFrom('2026-11-20', '2027-02-10')), fc.array(decision))
      .map(([on, decisions]) => learner(on, ...decisions));
    fc.assert(
      fc.property(fc.array(anyone), fc.constantFrom(null, 2026, 2027), (learners, year) => {
        const { blocks: own, ...all } = computeSuccessRates(learners, blocks, year);
        for (const { numerator, denominator } of [all, ...own])
          expect(numerator).toBeLessThanOrEqual(denominator);
      }),
    );
  });

  it('the method is told with its date', () => {
    expect(tellSuccessMethod('2026-11-23')).toMatch(/ajourné.*Calculé le 23 novembre 2026\.$/);
  });
});
