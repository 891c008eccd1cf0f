import { describe, expect, it } from '@jest/globals';
import {
  checkEventAlone,
  checkEventCancellation,
  checkEventSlot,
  checkEventStands,
} from './check-event-standing.ts';

const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

describe('an event is prepared at the end of a block, once on a half-day (S1:L178, DOMAIN 12)', () => {
  it('on a half-day of evaluation only', () => {
    expect(checkEventSlot({ isEvaluation: true })).toEqual([]);
    expect(rules(checkEventSlot({ isEvaluation: false }))).toEqual([
      'assessment-event.on-evaluation',
    ]);
  });

  it('where no other is prepared', () => {
    expect(checkEventAlone({ isPrepared: false })).toEqual([]);
    expect(rules(checkEventAlone({ isPrepared: true }))).toEqual([
      'assessment-event.once-a-half-day',
    ]);
  });
});

describe('a cancelled event stays as it was, and whoever was asked to it reads why (DOMAIN 12)', () => {
  it('nothing more is done with it', () => {
    expect(checkEventStands({ isCancelled: false })).toEqual([]);
    expect(rules(checkEventStands({ isCancelled: true }))).toEqual(['assessment-event.stands']);
  });

  it('it is cancelled for a reason, asked at its field', () => {
    expect(checkEventCancellation('Salle inondée.')).toEqual([]);
    expect(checkEventCancellation(' ')).toMatchObject([
      { rule: 'assessment-event.cancelled-for-a-reason', path: '/reason' },
    ]);
  });
});
