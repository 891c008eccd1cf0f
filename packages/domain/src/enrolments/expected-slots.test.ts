import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesWaived, nothingWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { generateCalendar } from '../planning/generate-calendar.ts';
import { type CohortSlot, expectedSlots, type PathStep } from './expected-slots.ts';

const slot = (cohortId: string, moduleCode: string | null, date: string): CohortSlot => ({
  cohortId,
  kind: moduleCode === null ? 'evaluation' : 'training',
  blockCode: 'B2',
  moduleCode,
  date,
});
const slots = [
  slot('autumn', 'B2-M1', '2026-10-05'),
  slot('autumn', 'B2-M2', '2026-11-02'),
  slot('autumn', null, '2026-11-03'),
  slot('spring', 'B2-M1', '2027-02-01'),
  slot('spring', 'B2-M2', '2027-03-01'),
];
const step = (cohortId: string, moduleCode: string | null): PathStep => ({
  cohortId,
  kind: moduleCode === null ? 'evaluation' : 'training',
  blockCode: 'B2',
  moduleCode,
});
const path = [step('autumn', 'B2-M2'), step('autumn', null), step('spring', 'B2-M1')];
const expected = (change: Partial<Parameters<typeof expectedSlots<CohortSlot>>[0]> = {}) =>
  expectedSlots({
    path,
    slots,
    startsOn: '2026-09-01',
    endsOn: null,
    waived: nothingWaived(cqpAm2022Afbb),
    ...change,
  }).map(({ cohortId, moduleCode }) => `${cohortId} ${moduleCode ?? 'evaluation'}`);

describe('DOMAIN 12, W3: a learner is expected at the slots of their own path', () => {
  it('modules of the cohort and of another, and no other slot', () => {
    expect(expected()).toEqual(['autumn B2-M2', 'autumn evaluation', 'spring B2-M1']);
  });

  it('nothing before the enrolment starts or after it ends, both days included', () => {
    expect(expected({ startsOn: '2026-11-03' })).toEqual(['autumn evaluation', 'spring B2-M1']);
    expect(expected({ endsOn: '2026-11-02' })).toEqual(['autumn B2-M2']);
  });
});

describe('DOMAIN 5.2: émargement expected only for due modules', () => {
  const waive = (moduleCode: string | null, hours: number) =>
    minutesWaived(cqpAm2022Afbb, [
      { state: 'granted', blockCode: 'B2', moduleCode, grantedMinutes: hours * 60 },
    ]);

  it('a wholly waived module is not expected', () => {
    expect(expected({ waived: waive('B2-M2', 14) })).toEqual(['autumn evaluation', 'spring B2-M1']);
  });

  it('a dispensed block leaves its evaluation (Q3)', () => {
    expect(expected({ waived: waive(null, 112) })).toEqual(['autumn evaluation']);
  });

  it('a module waived in part keeps its slots', () => {
    expect(expected({ waived: waive('B2-M2', 7) })).toContain('autumn B2-M2');
  });
});

it('with the whole programme of the cohort from its first day, every slot is expected, once', () => {
  const calendar = generateCalendar({
    framework: cqpAm2022Afbb,
    startsOn: '2026-09-07',
    endsOn: null,
    weekdays: [1, 2],
    minutesPerDay: 420,
    zone: 'metropole',
    closedMonths: [7, 8],
    closures: [],
  }).slots.map((proposed) => ({ ...proposed, cohortId: 'autumn' }));
  const whole = listProgramme(cqpAm2022Afbb).map((item) => ({ ...item, cohortId: 'autumn' }));
  const waived = nothingWaived(cqpAm2022Afbb);
  fc.assert(
    fc.property(fc.nat({ max: calendar.length - 1 }), (index) => {
      const startsOn = calendar[index]?.date ?? '';
      expect(
        expectedSlots({ path: whole, slots: calendar, startsOn, endsOn: null, waived }),
      ).toEqual(calendar.filter(({ date }) => date >= startsOn));
    }),
    { numRuns: 30 },
  );
});
