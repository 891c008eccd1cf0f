import { describe, expect, it } from '@jest/globals';
import { dispensationStates } from '../vocabulary.ts';
import { checkRequestWithdrawal } from './check-withdrawal.ts';

const sent = {
  state: 'transmitted',
  filedOn: '2026-09-10',
  transmittedOn: '2026-09-15',
} as const;
const rulesOf = (change: Partial<Parameters<typeof checkRequestWithdrawal>[0]>) =>
  checkRequestWithdrawal({
    dispensation: sent,
    on: '2026-09-20',
    motive: 'Elle suivra le module',
    today: '2026-09-30',
    ...change,
  }).map(({ path, rule }) => `${path} ${rule}`);

describe('withdrawing a request (DOMAIN 5.2, S0:L202)', () => {
  it('while the branch has not answered: a draft is deleted, an answer is rectified', () => {
    const withdrawable = dispensationStates.filter(
      (state) => rulesOf({ dispensation: { ...sent, state } }).length === 0,
    );
    expect(withdrawable).toEqual(['filed', 'transmitted']);
    expect(rulesOf({ dispensation: { ...sent, state: 'granted' } })).toEqual([
      ' dispensation.withdrawn-while-waiting',
    ]);
  });

  it.each([
    ['the day of the transmission', { on: '2026-09-15' }, []],
    ['before it', { on: '2026-09-14' }, ['/on dispensation.withdrawn-in-order']],
    ['a day to come', { on: '2026-10-01' }, ['/on dispensation.withdrawn-not-ahead']],
    ['without a motive', { motive: ' ' }, ['/motive dispensation.withdrawal-explained']],
  ])('%s', (_, change, expected) => {
    expect(rulesOf(change)).toEqual(expected);
  });
});
