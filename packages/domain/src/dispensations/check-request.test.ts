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

  it.each(['refused', 'partial'] as const)('a %s request lets a new one through', (state) => {
    expect(rulesOf([{ ...request, state }])).toEqual([]);
  });

  it('a request for a module does not stop one for its block', () => {
    expect(rulesOf([{ blockCode: 'B2', moduleCode: 'B2-M1', state: 'filed' }])).toEqual([]);
  });
});

describe('an answer that takes something away says why', () => {
  it.each(['refused', 'partial'] as const)('%s needs a motive', (to) => {
    expect(checkAnswerMotive(to, '  ').map(({ path }) => path)).toEqual(['/motive']);
    expect(checkAnswerMotive(to, 'Pièce manquante')).toEqual([]);
  });

  it('granted needs none', () => {
    expect(checkAnswerMotive('granted', null)).toEqual([]);
  });
});
