import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  attendanceOpensAt,
  attendanceWindow,
  checkRecordingMoment,
  isEarlier,
  isOver,
} from './attendance-window.ts';

const morning = { date: '2026-11-23', startsAt: 540, minutes: 210 };
const at = (day: string, hour: number, minute = 0) => ({ day, minute: hour * 60 + minute });
const trainer = { byOffice: false, motive: null };

describe('DOMAIN 8.1: the sheet opens at the start − 15 min and closes + 48 h', () => {
  it.each([
    [at('2026-11-22', 23), 'not_open'],
    [at('2026-11-23', 8, 44), 'not_open'],
    [at('2026-11-23', 8, 45), 'open'],
    [at('2026-11-25', 12, 30), 'open'],
    [at('2026-11-25', 12, 31), 'closed'],
    [at('2027-01-01', 9), 'closed'],
  ])('at %j it is %s', (now, expected) => {
    expect(attendanceWindow(morning, now)).toBe(expected);
  });

  it('is over at 12 h 30, not a minute before', () => {
    expect(isOver(morning, at('2026-11-23', 12, 29))).toBe(false);
    expect(isOver(morning, at('2026-11-23', 12, 30))).toBe(true);
  });

  it('opens the evening before a half-day that starts at midnight', () => {
    expect(attendanceOpensAt({ ...morning, startsAt: 0 })).toEqual(at('2026-11-22', 23, 45));
  });
});

describe('DOMAIN 8.1: who may write, and when', () => {
  it('nobody writes before the window opens', () => {
    const findings = checkRecordingMoment(morning, at('2026-11-23', 8), {
      byOffice: true,
      motive: 'en avance',
    });
    expect(findings[0]?.message).toBe(
      'La feuille s’ouvre le lundi 23 novembre 2026 à 8 h 45, un quart d’heure avant le début.',
    );
  });

  it('a trainer writes while it is open', () => {
    expect(checkRecordingMoment(morning, at('2026-11-24', 9), trainer)).toEqual([]);
  });

  it('past 48 h a trainer is sent to the office', () => {
    const findings = checkRecordingMoment(morning, at('2026-11-26', 9), trainer);
    expect(findings[0]).toMatchObject({ rule: 'attendance.window-open', path: '' });
  });

  it('past 48 h the office writes with a motive, never without', () => {
    const late = at('2026-11-26', 9);
    const withMotive = { byOffice: true, motive: 'feuille papier retrouvée' };
    expect(checkRecordingMoment(morning, late, withMotive)).toEqual([]);
    expect(checkRecordingMoment(morning, late, { byOffice: true, motive: '  ' })[0]).toMatchObject({
      rule: 'attendance.late-entry-has-motive',
      path: '/motive',
    });
  });
});

it('isEarlier is a strict order of moments', () => {
  const moments = fc.record({
    day: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24'),
    minute: fc.integer({ min: 0, max: 1439 }),
  });
  fc.assert(
    fc.property(moments, moments, (a, b) => {
      expect(isEarlier(a, b) && isEarlier(b, a)).toBe(false);
      expect(isEarlier(a, b) || isEarlier(b, a)).toBe(a.day !== b.day || a.minute !== b.minute);
    }),
  );
});
