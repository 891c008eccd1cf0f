import { describe, expect, it } from '@jest/globals';
import { checkSessionDay } from './check-session-day.ts';

const today = '2026-11-22';
const automne = { name: 'Automne 2026', startsOn: '2026-09-07' };
const anna = { name: 'Diallo Anna', startsOn: '2026-10-12' };
const faults = (heldOn: string) => checkSessionDay(heldOn, [automne, anna], today);

describe('the day of a session of the jury', () => {
  it('today, to come, or some weeks ago', () => {
    for (const day of [today, '2026-12-18', '2026-10-12', '2029-11-22'])
      expect(faults(day)).toEqual([]);
    expect(checkSessionDay('2019-11-22', [], today)).toEqual([]);
  });

  it('never before a candidate’s course has begun: a jury judges what was followed (S1:L174)', () => {
    expect(faults('2026-10-11')).toMatchObject([
      {
        rule: 'jury.day-after-entry',
        path: '/heldOn',
        message:
          'Diallo Anna ne commence que le 12 octobre 2026 : le jury ne peut pas se tenir avant.',
      },
    ]);
    expect(faults('2019-11-22')).toHaveLength(1);
  });

  it('not in another decade: the year was typed wrong', () => {
    expect(faults('2126-12-18')).toMatchObject([{ rule: 'jury.day-within-reach' }]);
  });
});
