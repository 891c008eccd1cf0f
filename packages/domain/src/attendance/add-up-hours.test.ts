import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import { expectedSlots } from '../enrolments/expected-slots.ts';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { isSameItem, listProgramme } from '../frameworks/list-programme.ts';
import { addUpHours } from './add-up-hours.ts';
import { type AttendanceEntry, computeHours } from './compute-hours.ts';
import { minutesDone } from './minutes-done.ts';

const programme = listProgramme(cqpAm40913LeMans);
const cohortId = 'autumn';

const halfDays = fc.array(
  fc.record({
    item: fc.constantFrom(...programme),
    minutes: fc.constantFrom(180, 210),
    isExpected: fc.boolean(),
    state: fc.constantFrom('present' as const, 'absent' as const),
    lateMinutes: fc.nat({ max: 60 }),
    isRecorded: fc.boolean(),
  }),
  { maxLength: 60 },
);
const grants = fc.array(
  fc.record({
    state: fc.constantFrom('granted' as const, 'partial' as const, 'refused' as const),
    blockCode: fc.constantFrom('B1', 'B2', 'B3', 'B4'),
    moduleCode: fc.constantFrom(null, 'B4-M1', 'B1-M1'),
    grantedMinutes: fc.nat({ max: 6000 }),
  }),
  { maxLength: 3 },
);

describe('DOMAIN 13, 8.1 a: sums per module give the same hours and rate as the half-days', () => {
  it('whatever was recorded, dispensed or expected', () => {
    fc.assert(
      fc.property(halfDays, grants, (days, dispensations) => {
        const slots = days.map((day, index) => ({
          id: String(index),
          minutes: day.minutes,
          date: '2026-10-05',
          cohortId,
          kind: day.item.kind,
          blockCode: day.item.blockCode,
          moduleCode: day.item.moduleCode,
          day,
        }));
        const onPath = slots.filter(({ day }) => day.isExpected);
        const entries: AttendanceEntry[] = slots
          .filter(({ day }) => day.isRecorded)
          .map(({ id, minutes, kind, blockCode, moduleCode, day }) => ({
            slotId: id,
            kind,
            blockCode,
            moduleCode,
            slotMinutes: minutes,
            state: day.state,
            lateMinutes: day.lateMinutes,
            leftEarlyMinutes: 0,
          }));
        const oneByOne = computeHours({
          framework: cqpAm40913LeMans,
          dispensations,
          entries,
          expectedSlots: expectedSlots({
            path: programme.map((item) => ({ ...item, cohortId })),
            slots: onPath,
            startsOn: '2026-09-01',
            endsOn: null,
            waived: minutesWaived(cqpAm40913LeMans, dispensations),
          }),
        });
        const doneOn = (id: string) =>
          entries.filter(({ slotId }) => slotId === id).reduce((t, e) => t + minutesDone(e), 0);
        const items = programme.map(({ kind, blockCode, moduleCode }) => {
          const key = { kind, blockCode, moduleCode };
          const ofItem = onPath.filter((slot) => isSameItem(slot, key));
          return {
            ...key,
            expected: ofItem.reduce((total, { minutes }) => total + minutes, 0),
            attended: ofItem.reduce((total, { id }) => total + doneOn(id), 0),
            done: entries
              .filter((entry) => isSameItem(entry, key))
              .reduce((total, entry) => total + minutesDone(entry), 0),
          };
        });
        const added = addUpHours({ framework: cqpAm40913LeMans, dispensations, items });
        expect(added).toEqual(oneByOne);
      }),
    );
  });

  it('no slot over yet: no rate, rather than 100 %', () => {
    const hours = addUpHours({ framework: cqpAm40913LeMans, dispensations: [], items: [] });
    expect(hours.rate).toBeNull();
    expect(hours.total).toEqual({ due: 279 * 60, done: 0, waived: 0 });
  });
});
