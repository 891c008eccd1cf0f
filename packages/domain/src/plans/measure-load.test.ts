import { describe, expect, it } from '@jest/globals';
import type { OpeningRules } from '../planning/find-day-off.ts';
import { type LoadFacts, type LoadSlot, measureLoad, schoolYearOf } from './measure-load.ts';
import type { PlanTrainer } from './planning-problem.ts';
import { problem } from './test-plan.ts';

const open: OpeningRules = { zone: 'metropole', closedMonths: [], closures: [] };
const [roy] = problem.trainers;
const [salle] = problem.rooms;
if (!roy || !salle) throw new Error('the test plan has a trainer and a room');

const slot = (date: string, changes: Partial<LoadSlot> = {}): LoadSlot => ({
  date,
  halfDay: 'morning',
  minutes: 210,
  trainerId: roy.id,
  roomId: salle.id,
  ...changes,
});

/** Two weeks of October 2026 without a holiday, one trainer at 14 h a week, one room. */
const measure = (changes: Partial<LoadFacts> = {}, trainer: Partial<PlanTrainer> = {}) =>
  measureLoad({
    from: '2026-10-05',
    to: '2026-10-18',
    trainers: [{ ...roy, ...trainer }],
    rooms: [salle],
    sites: new Map([['paris', open]]),
    slots: [],
    ...changes,
  });

describe('measureLoad', () => {
  it('counts hours against the weekly maximum, and what they cost', () => {
    const { trainers, totals } = measure({ slots: [slot('2026-10-05'), slot('2026-10-12')] });
    expect(trainers).toMatchObject([{ plannedMinutes: 420, maxMinutes: 1680, cents: 42_000 }]);
    expect(totals).toMatchObject({ plannedMinutes: 420, maxMinutes: 1680, cents: 42_000 });
  });

  it('takes absences and days off from what is possible', () => {
    const away = { absences: [{ from: '2026-10-05', to: '2026-10-11', label: 'Congés' }] };
    expect(measure({}, away).trainers[0]?.maxMinutes).toBe(840);
    const onlyMondays = { works: [{ weekday: 1, halfDay: 'morning' as const }] };
    expect(measure({}, onlyMondays).trainers[0]?.maxMinutes).toBe(420);
    const closures = [{ from: '2026-10-12', to: '2026-10-12', label: 'Travaux' }];
    const sites = new Map([['paris', { ...open, closures }]]);
    expect(measure({ sites }, onlyMondays).trainers[0]?.maxMinutes).toBe(210);
  });

  it('names the weeks over the maximum, and below the minimum where the centre teaches', () => {
    const days = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16'];
    const slots = [slot('2026-10-05', { trainerId: null }), ...days.map((day) => slot(day))];
    const [load] = measure({ slots }, { minMinutesPerWeek: 420 }).trainers;
    expect(load).toMatchObject({ weeksOver: ['2026-10-12'], weeksUnder: ['2026-10-05'] });
    expect(measure({}, { minMinutesPerWeek: 420 }).trainers[0]?.weeksUnder).toEqual([]);
  });

  it('counts a room’s half-days once, closures taken off, a Saturday only when used', () => {
    const slots = [slot('2026-10-05'), slot('2026-10-05', { trainerId: null })];
    const closures = [{ from: '2026-10-12', to: '2026-10-18', label: 'Peinture' }];
    const rooms = [{ ...salle, closures }];
    expect(measure({ slots, rooms }).rooms).toMatchObject([{ usedHalfDays: 1, openHalfDays: 10 }]);
    const saturday = [...slots, slot('2026-10-10')];
    expect(measure({ slots: saturday, rooms }).rooms[0]).toMatchObject({ openHalfDays: 11 });
  });

  it('tells apart the hours without a trainer and those of trainers without a file', () => {
    const slots = [
      slot('2026-10-05', { trainerId: null }),
      slot('2026-10-06', { trainerId: 'parti', minutes: 120 }),
      slot('2026-11-02'),
    ];
    expect(measure({ slots }).totals).toMatchObject({
      plannedMinutes: 0,
      unstaffedMinutes: 210,
      otherMinutes: 120,
    });
  });
});

describe('schoolYearOf', () => {
  it('goes from 1 September to 31 August', () => {
    expect(schoolYearOf('2026-11-23')).toEqual({ from: '2026-09-01', to: '2027-08-31' });
    expect(schoolYearOf('2026-08-31')).toEqual({ from: '2025-09-01', to: '2026-08-31' });
    expect(schoolYearOf('2026-09-01').from).toBe('2026-09-01');
  });
});
