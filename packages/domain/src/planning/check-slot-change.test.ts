import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { checkSlotChange, type SlotContext } from './check-slot-change.ts';
import { comparePlannedHours } from './compare-planned-hours.ts';
import { generateCalendar } from './generate-calendar.ts';
import { overlaps, type PlannedSlot } from './slot.ts';

const slot: PlannedSlot = {
  id: 'moved',
  cohortId: 'le-mans-1',
  date: '2026-10-05',
  halfDay: 'morning',
  startsAt: 570,
  minutes: 210,
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'B1-M1',
  trainerId: 'trainer-1',
  roomId: 'room-1',
  groupNumber: null,
};
const other: PlannedSlot = {
  ...slot,
  id: 'other',
  cohortId: 'le-mans-2',
  trainerId: null,
  roomId: null,
};
const context: SlotContext = {
  zone: 'metropole',
  closedMonths: [7, 8],
  closures: [{ from: '2026-12-21', to: '2027-01-01', label: 'vacances de Noël' }],
  startsOn: '2026-09-07',
  endsOn: '2027-08-31',
  weekdays: [1, 2],
  otherSlots: [],
};
const check = (change: Partial<PlannedSlot>, more: Partial<SlotContext> = {}) =>
  checkSlotChange({ ...slot, ...change }, { ...context, ...more }).map(
    ({ rule, severity, path }) => `${severity} ${rule} ${path}`,
  );

it('a usual half-day raises nothing', () => {
  expect(check({})).toEqual([]);
});

describe('DOMAIN 5.3, Qualiopi 8: positioning comes first', () => {
  it('warns of a half-day before it or on its day, and of none after', () => {
    const warning = ['warning slot.after-positioning /date'];
    expect(check({}, { positioningOn: '2026-10-06' })).toEqual(warning);
    expect(check({}, { positioningOn: '2026-10-05' })).toEqual(warning);
    expect(check({}, { positioningOn: '2026-10-04' })).toEqual([]);
    expect(checkSlotChange(slot, { ...context, positioningOn: '2026-10-06' })[0]?.message).toBe(
      'Ce créneau serait avant le positionnement du 6 octobre 2026, ou le jour même : les cours commencent le lendemain.',
    );
  });
});

describe('DOMAIN 12: a slot is a real half-day', () => {
  it.each<[string, Partial<PlannedSlot>, string]>([
    ['no duration', { minutes: 0 }, '/minutes'],
    ['a broken minute', { minutes: 12.5 }, '/minutes'],
    ['more than 4 h', { startsAt: 480, minutes: 241 }, '/minutes'],
    ['a start after midnight', { startsAt: 1440 }, '/startsAt'],
    ['an end after midnight', { halfDay: 'afternoon', startsAt: 1300, minutes: 180 }, '/minutes'],
    ['a morning that ends at 14 h', { startsAt: 660, minutes: 180 }, '/minutes'],
    ['an afternoon that starts at 11 h', { halfDay: 'afternoon', startsAt: 660 }, '/startsAt'],
  ])('%s', (_name, change, path) => {
    expect(check(change)).toContain(`error slot.is-half-day ${path}`);
  });
});

describe('clashes are on real intervals, not on names of half-days', () => {
  it('9 h 30 and 10 h clash for the trainer, with a sentence', () => {
    const busy = { ...other, startsAt: 600, minutes: 120, trainerId: 'trainer-1' };
    expect(checkSlotChange(slot, { ...context, otherSlots: [busy] })).toMatchObject([
      {
        rule: 'slot.trainer-free',
        severity: 'error',
        path: '/trainerId',
        message:
          'Ce formateur a déjà un créneau le lundi 5 octobre 2026 de 10 h à 12 h : changez l’heure, le jour ou l’un des deux.',
      },
    ]);
  });

  it('a slot of the afternoon that starts at 12 h clashes with a morning that ends at 13 h', () => {
    const noon: PlannedSlot = { ...other, halfDay: 'afternoon', startsAt: 720, roomId: 'room-1' };
    expect(check({}, { otherSlots: [noon] })).toEqual(['error slot.room-free /roomId']);
  });

  it('the cohort cannot be twice at the same hour', () => {
    const same = { ...other, cohortId: slot.cohortId, minutes: 30 };
    expect(check({}, { otherSlots: [same] })).toEqual(['error slot.cohort-free /startsAt']);
  });

  it('one slot that ends when the other starts is no clash, nor is the slot itself', () => {
    const before = { ...other, startsAt: 480, minutes: 90, trainerId: 'trainer-1' };
    expect(check({}, { otherSlots: [before, slot] })).toEqual([]);
  });

  it('slots without trainer or room do not clash for them', () => {
    expect(check({ trainerId: null, roomId: null }, { otherSlots: [other] })).toEqual([]);
  });

  it('overlap is symmetric and needs a shared minute', () => {
    const intervals = fc.record({
      date: fc.constantFrom('2026-10-05', '2026-10-06'),
      startsAt: fc.integer({ min: 0, max: 1000 }),
      minutes: fc.integer({ min: 1, max: 240 }),
    });
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const minutesOf = (x: typeof a) =>
          Array.from({ length: x.minutes }, (_, index) => `${x.date} ${x.startsAt + index}`);
        const shared = minutesOf(a).some((minute) => minutesOf(b).includes(minute));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });
});

describe('what cannot be saved', () => {
  it('more than 7 h in a day', () => {
    const afternoon: PlannedSlot = {
      ...other,
      cohortId: slot.cohortId,
      halfDay: 'afternoon',
      startsAt: 810,
      minutes: 211,
    };
    expect(check({}, { otherSlots: [afternoon] })).toEqual(['error slot.day-at-most-7h /minutes']);
    expect(check({}, { otherSlots: [{ ...afternoon, minutes: 210 }] })).toEqual([]);
  });

  it('a public holiday of the zone (art. L3133-1)', () => {
    expect(check({ date: '2027-03-29' })).toEqual(['error slot.not-on-public-holiday /date']);
  });

  it('a Sunday (W45)', () => {
    expect(check({ date: '2026-10-04' })).toContain('error slot.not-on-sunday /date');
  });
});

describe('what is saved with a warning', () => {
  it.each<[string, Partial<PlannedSlot>, string]>([
    ['a closed month', { date: '2027-07-05' }, 'slot.not-on-closed-month /date'],
    ['a closure of the site', { date: '2026-12-22' }, 'slot.not-on-closure /date'],
    ['after 19 h (W45)', { halfDay: 'afternoon', startsAt: 1020 }, 'slot.before-evening /startsAt'],
    ['an unusual weekday', { date: '2026-10-07' }, 'slot.usual-weekday /date'],
    ['before the cohort starts', { date: '2026-09-01' }, 'slot.within-cohort /date'],
    ['after the cohort ends', { date: '2027-09-06' }, 'slot.within-cohort /date'],
  ])('%s', (_name, change, expected) => {
    expect(check(change)).toEqual([`warning ${expected}`]);
  });

  it('W45: what ends at 19 h exactly is funded, one minute more is told', () => {
    expect(check({ halfDay: 'afternoon', startsAt: 930 })).toEqual([]);
    expect(check({ halfDay: 'afternoon', startsAt: 931 })).toEqual([
      'warning slot.before-evening /startsAt',
    ]);
  });

  it('S1:L178: an evaluation before its block’s last training slot, from either side', () => {
    const later = { ...other, cohortId: slot.cohortId, date: '2026-10-06' };
    const warning = ['warning slot.evaluation-after-training /date'];
    expect(check({ kind: 'evaluation', moduleCode: null }, { otherSlots: [later] })).toEqual(
      warning,
    );
    const earlier: PlannedSlot = {
      ...later,
      kind: 'evaluation',
      moduleCode: null,
      date: '2026-09-29',
    };
    expect(check({}, { otherSlots: [earlier] })).toEqual(warning);
    expect(check({}, { otherSlots: [{ ...earlier, blockCode: 'B2' }] })).toEqual([]);
  });
});

it('every generated slot passes the check of a manual change', () => {
  const { slots } = generateCalendar({
    ...context,
    framework: cqpAm40913LeMans,
    minutesPerDay: 420,
  });
  const planned = slots.map((proposed, index) => ({ ...slot, ...proposed, id: String(index) }));
  for (const one of planned) {
    expect(checkSlotChange(one, { ...context, otherSlots: planned })).toEqual([]);
  }
});

describe('DOMAIN 12: module hours = planned hours', () => {
  it('gives the gap of each module and evaluation, and the slots of unknown modules', () => {
    const rows = comparePlannedHours(cqpAm40913LeMans, [
      slot,
      { kind: 'evaluation', blockCode: 'B1', moduleCode: null, minutes: 240 },
      { kind: 'training', blockCode: 'B1', moduleCode: 'OLD', minutes: 60 },
      { kind: 'training', blockCode: 'B1', moduleCode: 'OLD', minutes: 60 },
    ]);
    expect(rows.find((row) => row.moduleCode === 'B1-M1')?.gapMinutes).toBe(210 - 84 * 60);
    expect(
      rows.find((row) => row.kind === 'evaluation' && row.blockCode === 'B1')?.gapMinutes,
    ).toBe(30);
    expect(rows.filter((row) => row.moduleCode === 'OLD')).toMatchObject([
      { plannedMinutes: 120, dueMinutes: 0, gapMinutes: 120 },
    ]);
  });
});
