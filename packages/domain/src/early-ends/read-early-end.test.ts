import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../plain-date.ts';
import { accessRoutes } from '../vocabulary.ts';
import { type EarlyEndFacts, findLeavingDay, readEarlyEnd } from './read-early-end.ts';

const left: EarlyEndFacts = {
  route: 'reconversion_period',
  leftOn: '2026-11-02',
  plannedEndsOn: '2027-06-30',
  declared: [],
};
const declared = (declaredOn: string, endedOn = '2026-11-02') => [{ endedOn, declaredOn }];

describe('DOMAIN 7, W22–W25: the early end of a période de reconversion is declared in 30 days', () => {
  it('counted from the day of leaving, that binds the employer', () => {
    expect(readEarlyEnd(left, '2026-11-23')).toMatchObject({
      anchorOn: '2026-11-02',
      dueOn: '2026-12-02',
      daysLeft: 9,
      urgency: 'within_30',
      settledOn: null,
      sentence:
        'La période de reconversion a pris fin le 2 novembre 2026, au lieu du 30 juin 2027. Ce délai engage l’employeur : il déclare cette fin anticipée à l’OPCO au plus tard le 2 décembre 2026, 30 jours après.',
      source: expect.stringContaining('W25'),
    });
  });

  it('of who abandoned, also when certified since; of nobody who is there or finished', () => {
    const endsOn = '2026-11-02';
    const motive = 'Fin de contrat';
    expect(findLeavingDay({ state: 'withdrawn', withdrawMotive: motive, endsOn })).toBe(endsOn);
    expect(findLeavingDay({ state: 'completed', withdrawMotive: motive, endsOn })).toBe(endsOn);
    expect(findLeavingDay({ state: 'completed', withdrawMotive: null, endsOn })).toBeNull();
    expect(findLeavingDay({ state: 'active', withdrawMotive: null, endsOn: null })).toBeNull();
  });

  it('late from the thirty-first day', () => {
    expect(readEarlyEnd(left, '2026-12-02')?.urgency).toBe('within_30');
    expect(readEarlyEnd(left, '2026-12-03')?.urgency).toBe('late');
  });

  it('settled by its declaration, in time or not', () => {
    expect(readEarlyEnd({ ...left, declared: declared('2026-12-02') }, '2026-12-20')).toMatchObject(
      {
        urgency: 'settled',
        settledOn: '2026-12-02',
        facts: 'Déclarée le 2 décembre 2026, dans le délai.',
      },
    );
    expect(readEarlyEnd({ ...left, declared: declared('2026-12-03') }, '2026-12-20')?.facts).toBe(
      'Déclarée le 3 décembre 2026, après le délai du 2 décembre 2026.',
    );
  });

  it('undone and noted on another day, it is another end to declare', () => {
    const facts = { ...left, declared: declared('2026-11-10', '2026-10-30') };
    expect(readEarlyEnd(facts, '2026-11-23')?.settledOn).toBeNull();
  });

  it('without a planned end, leaving is early', () => {
    expect(readEarlyEnd({ ...left, plannedEndsOn: null }, '2026-11-23')?.sentence).toMatch(
      /a pris fin le 2 novembre 2026\. Ce délai/,
    );
  });

  it('is nothing to declare for who stays, leaves at the planned end, or comes by another route', () => {
    expect(readEarlyEnd({ ...left, leftOn: null }, '2026-11-23')).toBeNull();
    expect(readEarlyEnd({ ...left, leftOn: '2027-06-30' }, '2027-07-01')).toBeNull();
    expect(readEarlyEnd({ ...left, leftOn: '2027-06-29' }, '2027-07-01')).not.toBeNull();
    expect(accessRoutes.filter((route) => readEarlyEnd({ ...left, route }, '2026-11-23'))).toEqual([
      'reconversion_period',
    ]);
  });

  it('on no day is it late within the 30 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (after) => {
        expect(readEarlyEnd(left, addDays('2026-11-02', after))?.urgency).not.toBe('late');
      }),
    );
  });
});
