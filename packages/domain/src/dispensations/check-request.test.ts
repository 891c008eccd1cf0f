import { describe, expect, it } from '@jest/globals';
import { checkAnswerMotive, checkNewRequest } from './check-request.ts';

const request = { blockCode: 'B2', moduleCode: null };
const rulesOf = (others: Parameters<typeof checkNewRequest>[1]) =>
  checkNewRequest(request, others).map(({ rule }) => rule);

describe('the same hours are asked once (DOMAIN 5.2)', () => {
  it.each(['draft', 'filed', 'transmitted', 'granted'] as const)(
    'a request already %s stops a second one',
    (state) => {
      expect(rulesOf([{ ...request, state }])).toEqual(['dispensation.asked-once']);
    },
  );

  it.each(['refused', 'partial', 'withdrawn'] as const)(
    'a %s request lets a new one through',
    (state) => {
      expect(rulesOf([{ ...request, state }])).toEqual([]);
    },
  );

  it('a block and one of its modules overlap: the second is refused, whichever it is', () => {
    const module = { blockCode: 'B2', moduleCode: 'B2-M1' };
    expect(rulesOf([{ ...module, state: 'filed' }])).toEqual(['dispensation.block-or-modules']);
    const [refusal] = checkNewRequest(module, [{ ...request, state: 'granted' }]);
    expect(refusal).toMatchObject({
      rule: 'dispensation.block-or-modules',
      path: '/moduleCode',
      message: 'Une dispense de tout le bloc B2 est déjà accordée : elle comprend ce module.',
    });
  });

  it('another module, another block, or an answer in part stops nothing', () => {
    const module = { blockCode: 'B2', moduleCode: 'B2-M1' };
    expect(checkNewRequest(module, [{ ...module, moduleCode: 'B2-M2', state: 'filed' }])).toEqual(
      [],
    );
    expect(checkNewRequest(module, [{ ...request, state: 'partial' }])).toEqual([]);
    expect(rulesOf([{ blockCode: 'B3', moduleCode: null, state: 'granted' }])).toEqual([]);
  });
});

describe('an answer that takes something away says why', () => {
  it.each(['refused', 'partial'] as const)('%s needs a motive', (to) => {
    expect(checkAnswerMotive(to, '  ')).toMatchObject([
      { rule: 'dispensation.answer-explained', path: '/motive' },
    ]);
    expect(checkAnswerMotive(to, 'Pièce manquante')).toEqual([]);
  });

  it('granted needs none', () => {
    expect(checkAnswerMotive('granted', null)).toEqual([]);
  });
});
