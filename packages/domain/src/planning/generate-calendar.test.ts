import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { groupBy } from '../group-by.ts';
import { addDays, weekdayOf } from '../plain-date.ts';
import { mondayOf } from '../plans/week.ts';
import { holidayZones } from '../vocabulary.ts';
import { comparePlannedHours } from './compare-planned-hours.ts';
import { listDayOffReasons } from './find-day-off.ts';
import { type CalendarRequest, generateCalendar, type ProposedSlot } from './generate-calendar.ts';
import { afbbRequest as afbb } from './test-request.ts';

const requests: fc.Arbitrary<CalendarRequest> = fc
  .record({
    framework: fc.constantFrom(...frameworkLibrary),
    startDay: fc.integer({ min: 0, max: 1500 }),
    length: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    minutesPerDay: fc.integer({ min: 30, max: 420 }),
    zone: fc.constantFrom(...holidayZones),
    closedMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    closure: fc.record({
      from: fc.integer({ min: 0, max: 200 }),
      days: fc.integer({ min: 0, max: 20 }),
    }),
  })
  .map(({ startDay, length, closure, ...rest }) => {
    const startsOn = addDays('2024-01-01', startDay);
    const from = addDays(startsOn, closure.from);
    return {
      ...rest,
      startsOn,
      endsOn: length === null ? null : addDays(startsOn, length),
      closures: [{ from, to: addDays(from, closure.days), label: 'congés' }],
    };
  });
const assertAlways = (check: (request: CalendarRequest) => void) =>
  fc.assert(fc.property(requests, check), { numRuns: 30 });

describe('DOMAIN 12: the calendar of afbb, 2 days of 7 h a week, hors juillet et août (S0:L216)', () => {
  const { slots, unplaced, skippedDays } = generateCalendar(afbb);

  it('places the 384 h and leaves nothing out', () => {
    expect(slots.reduce((total, slot) => total + slot.minutes, 0)).toBe(384 * 60);
    expect(unplaced).toEqual([]);
  });

  it('starts at 9 h and 13 h 30 on the first Monday', () => {
    expect(slots.slice(0, 2)).toMatchObject([
      { date: '2026-10-05', halfDay: 'morning', startsAt: 540, minutes: 210, moduleCode: 'B1-M1' },
      { date: '2026-10-05', halfDay: 'afternoon', startsAt: 810, minutes: 210 },
    ]);
  });

  it('says why it skipped Easter Monday', () => {
    expect(skippedDays).toContainEqual({
      date: '2027-03-29',
      kind: 'public_holiday',
      name: 'lundi de Pâques',
      reason: 'férié : lundi de Pâques',
      source: 'art. L3133-1',
    });
  });

  it('never plans in July nor August', () => {
    const { slots: late } = generateCalendar({ ...afbb, startsOn: '2027-05-03' });
    expect(late.filter((slot) => ['07', '08'].includes(slot.date.slice(5, 7)))).toEqual([]);
    expect(late.some((slot) => slot.date > '2027-08-31')).toBe(true);
  });
});

describe('a calendar that does not fit says what is left, and why', () => {
  it('keeps to the end and gives the missing minutes of each module', () => {
    const { slots, unplaced } = generateCalendar({ ...afbb, endsOn: '2026-10-12' });
    expect(slots.at(-1)?.date).toBe('2026-10-12');
    expect(unplaced[0]).toMatchObject({
      moduleCode: 'B1-M2',
      minutes: 35 * 60,
      reason:
        '35 h sans date : plus aucun jour ouvert avant la fin, le 12 octobre 2026. Reculez la fin ou ajoutez un jour par semaine.',
    });
  });

  it('does not look for ever when every month is closed', () => {
    const closedMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const { slots, unplaced } = generateCalendar({ ...afbb, closedMonths });
    expect(slots).toEqual([]);
    expect(unplaced).toHaveLength(listProgramme(cqpAm2022Afbb).length);
  });

  it('plans nothing without a weekday', () => {
    const { unplaced } = generateCalendar({ ...afbb, weekdays: [] });
    expect(unplaced[0]?.reason).toMatch('aucun jour de la semaine');
  });

  it.each([0, -60, 421, 200.5])('refuses %d minutes a day', (minutesPerDay) => {
    expect(() => generateCalendar({ ...afbb, minutesPerDay })).toThrow(RangeError);
  });
});

describe('half-days', () => {
  it('a module of 75 h ends with a shorter slot and the next starts afresh', () => {
    const { slots } = generateCalendar({ ...afbb, framework: cqpAm40913LeMans });
    const last = slots.filter((slot) => slot.moduleCode === 'B2-M1').at(-1);
    expect(last?.minutes).toBe((75 * 60) % 210);
    expect(
      slots.find((slot) => slot.kind === 'evaluation' && slot.blockCode === 'B2')?.minutes,
    ).toBe(210);
  });

  it('up to 3 h 30 a day are mornings only; 6 h are two halves of 3 h', () => {
    const mornings = generateCalendar({ ...afbb, minutesPerDay: 210 }).slots;
    expect(new Set(mornings.map((slot) => slot.halfDay))).toEqual(new Set(['morning']));
    const [first, second] = generateCalendar({ ...afbb, minutesPerDay: 360 }).slots;
    expect([first?.minutes, second?.minutes]).toEqual([180, 180]);
  });
});

describe('properties of every calendar', () => {
  it('placed and unplaced minutes of each module are exactly its hours', () => {
    assertAlways((request) => {
      const { slots, unplaced } = generateCalendar(request);
      const gaps = comparePlannedHours(request.framework, [...slots, ...unplaced]);
      expect(gaps.filter((row) => row.gapMinutes !== 0)).toEqual([]);
    });
  });

  it('no slot on a Sunday, a holiday, a closed month, a closure or an unusual day', () => {
    assertAlways((request) => {
      const { startsOn, endsOn, weekdays } = request;
      const misplaced = generateCalendar(request).slots.filter(
        ({ date }) =>
          listDayOffReasons(date, request).length > 0 ||
          !weekdays.includes(weekdayOf(date)) ||
          date < startsOn ||
          (endsOn !== null && date > endsOn),
      );
      expect(misplaced).toEqual([]);
    });
  });

  it('at most one slot per half-day, 3 h 30 each and the asked minutes a day', () => {
    assertAlways((request) => {
      const { slots } = generateCalendar(request);
      const halfDays = slots.map((slot) => `${slot.date} ${slot.startsAt}`);
      expect([...new Set(halfDays)].sort()).toEqual(halfDays);
      const perDay = new Map<string, number>();
      expect(slots.filter(({ minutes }) => minutes <= 0 || minutes > 210)).toEqual([]);
      for (const slot of slots) {
        perDay.set(slot.date, (perDay.get(slot.date) ?? 0) + slot.minutes);
      }
      expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(request.minutesPerDay);
    });
  });

  it('S1:L178: blocks and modules in order, the evaluation last in its block', () => {
    assertAlways((request) => {
      const planned = generateCalendar(request)
        .slots.map((slot) => `${slot.blockCode} ${slot.moduleCode ?? 'evaluation'}`)
        .filter((key, index, all) => key !== all[index - 1]);
      const programme = listProgramme(request.framework).map(
        (item) => `${item.blockCode} ${item.moduleCode ?? 'evaluation'}`,
      );
      expect(planned).toEqual(programme.slice(0, planned.length));
    });
  });

  it('the same request gives the same calendar', () => {
    assertAlways((request) => {
      expect(generateCalendar(request)).toEqual(generateCalendar(request));
    });
  });
});

describe('H5: a « rythme moyen » below the days that a cohort may use', () => {
  const request = { ...afbb, weekdays: [1, 2, 3, 4], daysPerWeek: 2 };
  const daysByWeek = (kept: readonly ProposedSlot[] = []) => {
    const { slots } = generateCalendar({ ...request, kept });
    const days = [...new Set([...kept, ...slots].map(({ date }) => date))];
    return [...groupBy(days, mondayOf).values()];
  };

  it('every week has as many days as the average, others where a day is off', () => {
    expect(Math.max(...daysByWeek().map((days) => days.length))).toBe(2);
    // Easter Monday 2027: Tuesday and Wednesday are taught instead.
    expect(daysByWeek().find(([day]) => mondayOf(day ?? '') === '2027-03-29')).toEqual([
      '2027-03-30',
      '2027-03-31',
    ]);
  });

  it('half-days that stay take their days', () => {
    const first = generateCalendar(request).slots[0];
    if (!first) throw new Error('a calendar has slots');
    const weeks = daysByWeek([{ ...first, date: '2026-10-08' }]);
    expect(weeks[0]).toEqual(['2026-10-08', '2026-10-05']);
  });

  it('an average of all the weekdays changes nothing', () => {
    expect(generateCalendar({ ...afbb, daysPerWeek: 2 })).toEqual(generateCalendar(afbb));
  });
});

describe('DOMAIN 5.3, Qualiopi 8: positioning first', () => {
  it('the calendar begins on the first teaching day after it', () => {
    const { slots } = generateCalendar({ ...afbb, positioningOn: '2026-10-05' });
    expect(slots[0]?.date).toBe('2026-10-06');
  });
});

describe('no more than 7 h a day, beside what stays that day (DOMAIN 12)', () => {
  const first = '2026-10-05';
  const [usual] = generateCalendar(afbb).slots;
  const longestDay = (kept: readonly ProposedSlot[]) => {
    const { slots } = generateCalendar({ ...afbb, kept });
    const days = groupBy([...kept, ...slots], ({ date }) => date);
    return Math.max(
      ...[...days.values()].map((day) => day.reduce((total, { minutes }) => total + minutes, 0)),
    );
  };

  it.each([
    ['a morning of 4 h', { minutes: 240 }],
    ['an evening', { halfDay: 'afternoon' as const, startsAt: 1080, minutes: 120 }],
  ])('%s', (_name, changes) => {
    if (!usual) throw new Error('afbb has a calendar');
    expect(longestDay([{ ...usual, date: first, ...changes }])).toBe(420);
  });
});
