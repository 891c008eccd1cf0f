import { describe, expect, it } from '@jest/globals';
import { checkEarlyEnd, checkNewEarlyEnd } from './check-early-end.ts';
import { readEarlyEnd } from './read-early-end.ts';

const today = '2026-11-23';
const rules = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule);
const end = { endedOn: '2026-11-02', declaredOn: '2026-11-10' };

describe('the declaration of an early end is noted (DOMAIN 7)', () => {
  it('once made, from the day of the end', () => {
    expect(checkEarlyEnd(end, today)).toEqual([]);
    expect(checkEarlyEnd({ ...end, declaredOn: '2026-11-02' }, today)).toEqual([]);
    expect(rules(checkEarlyEnd({ ...end, declaredOn: '2026-11-01' }, today))).toEqual([
      'early-end.declared-after-end',
    ]);
    expect(rules(checkEarlyEnd({ ...end, declaredOn: '2026-11-24' }, today))).toEqual([
      'early-end.declared-by-today',
    ]);
  });

  it('once for an end, and only where there is one', () => {
    const facts = {
      route: 'reconversion_period',
      leftOn: '2026-11-02',
      plannedEndsOn: null,
    } as const;
    expect(checkNewEarlyEnd(readEarlyEnd({ ...facts, declared: [] }, today))).toEqual([]);
    expect(rules(checkNewEarlyEnd(readEarlyEnd({ ...facts, declared: [end] }, today)))).toEqual([
      'early-end.declared-once',
    ]);
    expect(rules(checkNewEarlyEnd(null))).toEqual(['early-end.ended-early']);
  });
});
