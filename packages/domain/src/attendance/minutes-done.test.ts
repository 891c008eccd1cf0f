import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AttendanceRecord, checkAttendanceEntry, minutesDone } from './minutes-done.ts';

const present: AttendanceRecord = {
  slotMinutes: 210,
  state: 'present',
  lateMinutes: 0,
  leftEarlyMinutes: 0,
};
const pathsOf = (change: Partial<AttendanceRecord>) =>
  checkAttendanceEntry({ ...present, ...change }).map(({ path, rule }) => `${path} ${rule}`);

describe('DOMAIN 8.1: presence in minutes, absent hours count for nothing (W26)', () => {
  it('a full half-day is 3 h 30', () => {
    expect(minutesDone(present)).toBe(210);
  });

  it('lateness and early leave are taken off', () => {
    expect(minutesDone({ ...present, lateMinutes: 20, leftEarlyMinutes: 45 })).toBe(145);
  });

  it('an absent learner did nothing', () => {
    expect(minutesDone({ ...present, state: 'absent' })).toBe(0);
  });

  it('is never negative nor more than the slot', () => {
    const minutes = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (slotMinutes, lateMinutes, leftEarlyMinutes) => {
        const done = minutesDone({ state: 'present', slotMinutes, lateMinutes, leftEarlyMinutes });
        expect(done >= 0 && done <= slotMinutes).toBe(true);
      }),
    );
  });
});

describe('DOMAIN 8.1: what is typed for a half-day lands on the right field', () => {
  it.each<[string, Partial<AttendanceRecord>, string[]]>([
    ['present on time', {}, []],
    ['late by 209 min of 210', { lateMinutes: 209 }, []],
    [
      'late for the whole slot',
      { lateMinutes: 210 },
      ['/lateMinutes attendance.minutes-within-slot'],
    ],
    [
      'late and gone before arriving',
      { lateMinutes: 60, leftEarlyMinutes: 150 },
      ['/leftEarlyMinutes attendance.minutes-within-slot'],
    ],
    ['a negative lateness', { lateMinutes: -5 }, ['/lateMinutes attendance.minutes-whole']],
    ['half a minute', { leftEarlyMinutes: 0.5 }, ['/leftEarlyMinutes attendance.minutes-whole']],
    ['absent', { state: 'absent' }, []],
    [
      'absent and late',
      { state: 'absent', lateMinutes: 5 },
      ['/lateMinutes attendance.absent-without-minutes'],
    ],
    [
      'absent and gone early',
      { state: 'absent', leftEarlyMinutes: 5 },
      ['/leftEarlyMinutes attendance.absent-without-minutes'],
    ],
  ])('%s', (_name, change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });

  it('says both durations', () => {
    expect(checkAttendanceEntry({ ...present, lateMinutes: 240 })[0]?.message).toBe(
      'Retard et départ anticipé font 4 h, le créneau dure 3 h 30 : notez « absent » s’il n’est pas venu.',
    );
  });
});
