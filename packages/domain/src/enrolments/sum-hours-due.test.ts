import { describe, expect, it } from '@jest/globals';
import { cqpAm40913LeMans as leMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { sumHoursDue } from './sum-hours-due.ts';

const b2 = { blockCode: 'B2', moduleCode: null };

describe('hours due follow the granted dispensations at once (Le Mans, 279 h)', () => {
  it('all are due without dispensation', () => {
    expect(sumHoursDue(leMans, []).sentence).toBe('279 h dues');
  });

  it('a request that is only transmitted changes nothing', () => {
    const asked = { ...b2, state: 'transmitted' as const, grantedMinutes: null };
    expect(sumHoursDue(leMans, [asked]).dueMinutes).toBe(279 * 60);
  });

  it('block 2 granted takes its 75 h of training off', () => {
    const granted = { ...b2, state: 'granted' as const, grantedMinutes: 75 * 60 };
    expect(sumHoursDue(leMans, [granted]).sentence).toBe('204 h dues au lieu de 279 h');
  });

  it('a part takes off that part, to the minute', () => {
    const part = { ...b2, state: 'partial' as const, grantedMinutes: 10 * 60 + 30 };
    expect(sumHoursDue(leMans, [part]).sentence).toBe('268 h 30 dues au lieu de 279 h');
  });
});
