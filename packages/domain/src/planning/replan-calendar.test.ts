import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frameworkLibrary } from '../frameworks/library.ts';
import { addDays } from '../plain-date.ts';
import { comparePlannedHours } from './compare-planned-hours.ts';
import { type CalendarRequest, generateCalendar } from './generate-calendar.ts';
import { type ExistingSlot, replanCalendar } from './replan-calendar.ts';
import { overlaps } from './slot.ts';
import { afbbRequest as request } from './test-request.ts';

const existingOf = (from: CalendarRequest, recorded: readonly number[] = []): ExistingSlot[] =>
  generateCalendar(from).slots.map((slot, index) => ({
    ...slot,
    id: `slot-${index}`,
    isRecorded: recorded.includes(index),
    isLocked: false,
  }));

describe('planning again with the same rhythm', () => {
  it('changes nothing before the start', () => {
    const change = replanCalendar(request, existingOf(request), '2026-09-01');
    expect(change).toMatchObject({ moved: [], added: [], removed: [], kept: [] });
  });

  it('changes nothing in the middle of the year: what took place stays', () => {
    const existing = existingOf(request);
    const change = replanCalendar(request, existing, '2027-01-12');
    expect(change).toMatchObject({ moved: [], added: [], removed: [] });
    expect(change.kept.length + change.unchanged.length).toBe(existing.length);
  });
});

describe('planning again with another rhythm', () => {
  it('moves the half-days to come, in order, and neither adds nor removes one', () => {
    const existing = existingOf(request);
    const change = replanCalendar({ ...request, weekdays: [3, 4] }, existing, '2026-11-23');
    expect(change).toMatchObject({ added: [], removed: [], unchanged: [] });
    expect(change.kept.every((slot) => slot.date <= '2026-11-23')).toBe(true);
    expect(change.moved[0]?.to.date).toBe('2026-11-25');
  });

  it('leaves a recorded half-day where it is, even one yet to come', () => {
    const existing = existingOf(request, [40]);
    const change = replanCalendar({ ...request, weekdays: [3, 4] }, existing, '2026-10-01');
    expect(change.kept.map((slot) => slot.id)).toEqual(['slot-40']);
    expect(change.proposal.slots.some((slot) => overlaps(slot, change.kept[0] ?? slot))).toBe(
      false,
    );
  });
});

describe('an evaluation that is locked', () => {
  it('S1:L178: is told when hours of its block are placed after it', () => {
    const existing = existingOf(request);
    const evaluation = existing.find(({ kind }) => kind === 'evaluation');
    const locked = existing.map((slot) => ({ ...slot, isLocked: slot === evaluation }));
    expect(replanCalendar(request, locked, '2026-09-01').findings).toEqual([]);
    const later = { ...request, startsOn: '2026-11-02' };
    expect(replanCalendar(later, locked, '2026-09-01').findings).toMatchObject([
      { rule: 'slot.evaluation-after-training', severity: 'warning' },
    ]);
    expect(replanCalendar(later, existing, '2026-09-01').findings).toEqual([]);
  });
});

describe('a cohort that is typed in after its start', () => {
  it('is planned from its start while it has no half-day', () => {
    const change = replanCalendar(request, [], '2027-02-01');
    expect(change.added[0]?.date).toBe('2026-10-05');
  });
});

describe('properties of every new plan', () => {
  const cases = fc.record({
    framework: fc.constantFrom(...frameworkLibrary),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }),
    newWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }),
    newMinutesPerDay: fc.integer({ min: 60, max: 420 }),
    day: fc.integer({ min: -10, max: 200 }),
    recorded: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
  });

  it('never touches the past nor what is recorded, overlaps nothing and keeps every module’s hours', () => {
    fc.assert(
      fc.property(cases, (sample) => {
        const { framework, weekdays } = sample;
        const existing = existingOf({ ...request, framework, weekdays }, sample.recorded);
        const today = addDays(request.startsOn, sample.day);
        const change = replanCalendar(
          {
            ...request,
            framework,
            weekdays: sample.newWeekdays,
            minutesPerDay: sample.newMinutesPerDay,
          },
          existing,
          today,
        );
        const touched = [...change.moved.map(({ slot }) => slot), ...change.removed];
        expect(touched.filter((slot) => slot.isRecorded || slot.date <= today)).toEqual([]);
        const after = [
          ...change.kept,
          ...change.unchanged,
          ...change.moved.map(({ to }) => to),
          ...change.added,
        ];
        const clashes = after.filter((a, index) =>
          after.slice(index + 1).some((b) => overlaps(a, b)),
        );
        expect(clashes).toEqual([]);
        const hours = comparePlannedHours(framework, [...after, ...change.proposal.unplaced]);
        expect(hours.filter((row) => row.gapMinutes !== 0)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
