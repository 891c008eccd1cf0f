import { describe, expect, it } from '@jest/globals';
import { cqpAm40913LeMans as leMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { sumHoursDue } from './sum-hours-due.ts';

const route = 'continuing_training';
const b2 = { blockCode: 'B2', moduleCode: null, reference: 'CPNEFP-17', decidedOn: '2026-05-03' };

describe('hours due follow the granted dispensations at once (Le Mans, 279 h)', () => {
  it('all are due without dispensation, by the version', () => {
    const { sentence, reasons } = sumHoursDue(leMans, route, []);
    expect(sentence).toBe('279 h dues');
    expect(reasons.map(({ facts, source }) => [facts, source])).toEqual([
      ['Le programme compte 279 h, modules et évaluations.', 'Règle du référentiel RNCP 40913'],
    ]);
  });

  it('a request that is only transmitted changes nothing, nor gives a reason', () => {
    const asked = { ...b2, state: 'transmitted' as const, grantedMinutes: null };
    const { dueMinutes, reasons } = sumHoursDue(leMans, route, [asked]);
    expect([dueMinutes, reasons.length]).toEqual([279 * 60, 1]);
  });

  it('block 2 granted takes its 75 h of training off, with date and reference (S0:L202)', () => {
    const granted = { ...b2, state: 'granted' as const, grantedMinutes: 75 * 60 };
    const { sentence, reasons } = sumHoursDue(leMans, route, [granted]);
    expect(sentence).toBe('204 h dues au lieu de 279 h');
    expect(reasons[1]).toMatchObject({ rule: 'hours.dispensation-granted', met: true });
    expect(reasons[1]?.facts).toBe(
      '75 h de dispense pour le bloc B2, accordées le 3 mai 2026, référence CPNEFP-17.',
    );
    expect(reasons[1]?.source).toContain('S0:L202');
  });

  it('a part takes off that part, to the minute', () => {
    const part = { ...b2, state: 'partial' as const, grantedMinutes: 10 * 60 + 30 };
    expect(sumHoursDue(leMans, route, [part]).sentence).toBe('268 h 30 dues au lieu de 279 h');
  });

  it('a VAE owes none: neither sessions nor attendance (DOMAIN 4.7)', () => {
    const granted = { ...b2, state: 'granted' as const, grantedMinutes: 75 * 60 };
    const { dueMinutes, waivedMinutes, reasons } = sumHoursDue(leMans, 'vae', [granted]);
    expect([dueMinutes, waivedMinutes]).toEqual([0, 0]);
    expect(reasons[0]?.source).toBe('DOMAIN 4.7, W13');
  });
});
