import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesWaived, nothingWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { generateCalendar } from '../planning/generate-calendar.ts';
import { afbbRequest } from '../planning/test-request.ts';
import { type CohortSlot, expectedSlots, type PathStep } from './expected-slots.ts';

const slot = (cohortId: string, moduleCode: string | null, date: string): CohortSlot => ({
  cohortId,
  kind: moduleCode === null ? 'evaluation' : 'training',
  blockCode: 'B2',
  moduleCode,
  date,
  startsAt: 540,
  minutes: 210,
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

  describe('Jalon’s choice: a module waived in part loses its last half-days', () => {
    const days = ['2026-11-02', '2026-11-03', '2026-11-09', '2026-11-10'];
    const run = days.flatMap((date) => [
      slot('autumn', 'B2-M2', date),
      { ...slot('autumn', 'B2-M2', date), startsAt: 810 },
    ]);
    const kept = (grantedMinutes: number, more: { startsOn?: string } = {}) =>
      expectedSlots({
        path: [step('autumn', 'B2-M2'), step('autumn', null)],
        slots: [slot('autumn', null, '2026-11-16'), ...run.toReversed()],
        startsOn: more.startsOn ?? '2026-09-01',
        endsOn: null,
        waived: minutesWaived(cqpAm2022Afbb, [
          { state: 'partial', blockCode: 'B2', moduleCode: 'B2-M2', grantedMinutes },
        ]),
      });

    it('as many as the granted minutes cover whole, by day and hour', () => {
      expect(kept(420).map(({ date }) => date)).not.toContain('2026-11-10');
      expect(kept(420)).toHaveLength(1 + 6);
      const left = kept(3 * 210);
      expect(
        left.filter(({ date }) => date === '2026-11-09').map(({ startsAt }) => startsAt),
      ).toEqual([540]);
    });

    it('a half-day that is not covered whole stays expected, and so does the evaluation', () => {
      expect(kept(209)).toHaveLength(1 + 8);
      expect(kept(419)).toHaveLength(1 + 7);
    });

    it('the last ones of the run, also for who starts in the middle of it', () => {
      expect(kept(420, { startsOn: '2026-11-09' }).map(({ date }) => date)).toEqual([
        '2026-11-16',
        '2026-11-09',
        '2026-11-09',
      ]);
    });

    it('never takes off more than was granted, and leaves less than a half-day of it', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 839 }), (granted) => {
          const dropped = (1 + run.length - kept(granted).length) * 210;
          expect(granted - dropped).toBeGreaterThanOrEqual(0);
          expect(granted - dropped).toBeLessThan(210);
        }),
      );
    });
  });

  it('a part granted on a block lightens the calendar too, from its last module backwards', () => {
    const waived = minutesWaived(cqpAm2022Afbb, [
      { state: 'partial', blockCode: 'B2', moduleCode: null, grantedMinutes: 14 * 60 },
    ]);
    const last = [slot('autumn', 'B2-M5', '2026-12-01'), slot('autumn', 'B2-M4', '2026-12-02')];
    const left = expectedSlots({
      path: [step('autumn', 'B2-M5'), step('autumn', 'B2-M4')],
      slots: last,
      startsOn: '2026-09-01',
      endsOn: null,
      waived,
    });
    expect(left.map(({ moduleCode }) => moduleCode)).toEqual(['B2-M4']);
  });
});

it('with the whole programme of the cohort from its first day, every slot is expected, once', () => {
  const calendar = generateCalendar(afbbRequest).slots.map((proposed) => ({
    ...proposed,
    cohortId: 'autumn',
  }));
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
