import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../plain-date.ts';
import { deadlineUrgencies, describeDeadline } from './describe-deadline.ts';

const dueOn = '2027-03-01';
const stands = (today: string, more: { obtainedOn?: string; enteredOn?: string } = {}) =>
  describeDeadline({
    clock: {
      kind: more.enteredOn ? 'enrol' : 'obtain',
      anchor: 'cpam_contract_signed_on',
      anchorOn: '2026-03-01',
      dueOn,
    },
    enteredOn: more.enteredOn ?? '2026-09-07',
    obtainedOn: more.obtainedOn ?? null,
    today,
  });

describe('where a deadline stands, DOMAIN 6', () => {
  it('is late only after its last day', () => {
    expect(stands('2027-03-01')).toMatchObject({ urgency: 'within_30', daysLeft: 0 });
    expect(stands('2027-03-02')).toMatchObject({
      urgency: 'late',
      facts: 'Dépassé depuis 1 jour.',
    });
  });

  it('parts what is due in less than 30 days, less than 90 days and later', () => {
    expect(stands('2027-01-31').urgency).toBe('within_30');
    expect(stands('2027-01-30').urgency).toBe('within_90');
    expect(stands('2026-12-02').urgency).toBe('within_90');
    expect(stands('2026-12-01').urgency).toBe('later');
  });

  it('is settled by the title, in time or not', () => {
    expect(stands('2027-04-01', { obtainedOn: '2027-02-15' }).facts).toBe(
      'Obtenu le 15 février 2027, dans le délai.',
    );
    expect(stands('2027-04-01', { obtainedOn: '2027-03-15' }).facts).toContain('après le délai');
  });

  it('what was done before the clock started is not « dans le délai »', () => {
    expect(stands('2026-12-01', { enteredOn: '2024-06-01' })).toMatchObject({
      urgency: 'settled',
      facts:
        'Entrée en formation le 1er juin 2024, avant la signature du contrat avec la CPAM du 1er mars 2026.',
    });
    expect(stands('2026-12-01', { enteredOn: '2026-03-01' }).facts).toContain('dans le délai');
  });

  it('an entry planned for later settles nothing yet', () => {
    expect(stands('2026-12-01', { enteredOn: '2027-02-01' }).urgency).toBe('later');
    expect(stands('2027-02-01', { enteredOn: '2027-02-01' }).urgency).toBe('settled');
  });

  it('never becomes less urgent as days pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 200 }), (a, b) => {
        const rank = (days: number) =>
          deadlineUrgencies.indexOf(stands(addDays(dueOn, days)).urgency);
        expect(rank(a + b)).toBeLessThanOrEqual(rank(a));
      }),
    );
  });
});
