import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm2022Afbb as framework } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { addDays } from '../plain-date.ts';
import type { ModuleRun } from './module-run.ts';
import { type PathRequest, planPath } from './plan-path.ts';

const morning = { startsAt: 540, minutes: 210 };
const afternoon = { startsAt: 810, minutes: 210 };

/** A run of a module of B3 on these mornings. */
const run = (
  moduleCode: string,
  cohort: string,
  dates: readonly [string, ...string[]],
  more: Partial<ModuleRun> = {},
): ModuleRun => ({
  kind: 'training',
  blockCode: 'B3',
  moduleCode,
  cohortId: cohort,
  cohortName: cohort,
  isOwn: cohort === 'own',
  firstDay: dates[0],
  lastDay: dates.at(-1) ?? dates[0],
  slots: dates.map((date) => ({ date, ...morning })),
  freePlaces: 3,
  ...more,
});
const begun = run('B3-M1', 'own', ['2026-10-05']);
const stepOf = (runs: readonly ModuleRun[], more: Partial<PathRequest> = {}) =>
  planPath({ framework, route: 'continuing_training', startsOn: '2026-10-06', runs, ...more }).find(
    ({ moduleCode }) => moduleCode === 'B3-M1',
  );
const ownNext = run('B3-M2', 'own', ['2026-11-02', '2026-11-09']);

describe('W3: what a late joiner missed is caught up with other cohorts', () => {
  it('never at the same time as a module of the own cohort: the next one is taken', () => {
    const clashing = run('B3-M1', 'été', ['2026-11-09']);
    const later = run('B3-M1', 'hiver', ['2026-12-07']);
    expect(stepOf([begun, ownNext, clashing, later])?.run).toBe(later);
    expect(stepOf([begun, ownNext, clashing])).toMatchObject({
      state: 'to_plan',
      reason:
        'À planifier : sa cohorte l’a commencé le 5 octobre 2026 ; avec « été », « Identito-vigilance et pharmacovigilance » a lieu en même temps le 9 novembre 2026.',
    });
  });

  it('before the jury that the learner goes before, with whichever cohort ends in time (W3)', () => {
    const early = run('B3-M1', 'été', ['2026-11-10']);
    const own = run('B3-M1', 'own', ['2026-11-30', '2026-12-07']);
    expect(stepOf([own, early])?.run).toBe(own);
    expect(stepOf([own, early], { juryOn: '2026-12-08' })?.run).toBe(own);
    expect(stepOf([own, early], { juryOn: '2026-12-07' })).toMatchObject({
      run: early,
      reason:
        'Avec « été », à partir du 10 novembre 2026 : avec sa cohorte, il finirait le 7 décembre 2026, alors que son jury est le 7 décembre 2026.',
    });
    expect(stepOf([own, early], { juryOn: '2026-11-10' })).toMatchObject({
      state: 'to_plan',
      reason:
        'À planifier : avec sa cohorte, il finirait le 7 décembre 2026, alors que son jury est le 10 novembre 2026 ; avec « été », il finirait le 10 novembre 2026, alors que son jury est le 10 novembre 2026.',
    });
  });

  it('on the other half of a day, up to 7 h that day', () => {
    const other = (minutes: number) =>
      run('B3-M1', 'été', ['2026-11-09'], {
        slots: [{ date: '2026-11-09', ...afternoon, minutes }],
      });
    expect(stepOf([begun, ownNext, other(210)])?.state).toBe('other');
    expect(stepOf([begun, ownNext, other(240)])?.reason).toContain(
      'la journée du 9 novembre 2026 ferait 7 h 30, plus de 7 h',
    );
  });

  it('not after the end of the enrolment, not in a full cohort', () => {
    const late = run('B3-M1', 'été', ['2027-03-01']);
    const full = run('B3-M1', 'hiver', ['2026-12-07'], { freePlaces: 0 });
    expect(stepOf([begun, late, full], { endsOn: '2027-02-28' })?.reason).toBe(
      'À planifier : sa cohorte l’a commencé le 5 octobre 2026 ; avec « hiver », il n’y a plus de place ; avec « été », il finirait le 1er mars 2027, après la fin de sa formation.',
    );
    expect(stepOf([begun, late], { endsOn: '2027-03-01' })?.run).toBe(late);
  });

  it('takes a later run of one module when both are then placed', () => {
    const ownSecond = run('B3-M2', 'own', ['2026-10-05']);
    const runs = [
      begun,
      ownSecond,
      run('B3-M1', 'été', ['2026-11-09']),
      run('B3-M1', 'hiver', ['2026-12-07']),
      run('B3-M2', 'été', ['2026-11-09']),
    ];
    const path = planPath({
      framework,
      route: 'continuing_training',
      startsOn: '2026-10-06',
      runs,
    });
    const days = path.filter(({ run: one }) => one !== null).map(({ run: one }) => one?.firstDay);
    expect(days).toEqual(['2026-12-07', '2026-11-09']);
  });

  it('half-days that a dispensation takes off leave the moment free (DOMAIN 5.2)', () => {
    const clashing = run('B3-M1', 'été', ['2026-11-09']);
    const waived = minutesWaived(framework, [
      { state: 'granted', blockCode: 'B3', moduleCode: 'B3-M2', grantedMinutes: 210 },
    ]);
    expect(stepOf([begun, ownNext, clashing], { waived })?.run).toBe(clashing);
  });
});

describe('properties of every catch-up', () => {
  const items = listProgramme(framework).slice(0, 5);
  const runsOf = fc.array(
    fc
      .record({
        item: fc.constantFrom(...items),
        cohort: fc.integer({ min: 0, max: 3 }),
        days: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
        half: fc.constantFrom(morning, afternoon, { startsAt: 1080, minutes: 120 }),
        freePlaces: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
      })
      .map(({ item, cohort, days, half, freePlaces }): ModuleRun => {
        const dates = days.toSorted((a, b) => a - b).map((day) => addDays('2026-10-05', day));
        const { kind, blockCode, moduleCode } = item;
        return {
          ...run('', cohort === 0 ? 'own' : `${cohort}`, [dates[0] ?? '', ...dates.slice(1)]),
          slots: dates.map((date) => ({ date, ...half })),
          kind,
          blockCode,
          moduleCode,
          freePlaces,
        };
      }),
    { maxLength: 16 },
  );
  const startsOn = '2026-10-08';
  const endsOn = '2026-10-15';
  const plan = (runs: readonly ModuleRun[]) =>
    planPath({ framework, route: 'continuing_training', startsOn, endsOn, runs });
  const takes = (path: ReturnType<typeof plan>) => path.flatMap(({ run: one }) => one ?? []);

  it('never two half-days at once nor over 7 h a day', () => {
    fc.assert(
      fc.property(runsOf, (runs) => {
        const held = takes(plan(runs)).flatMap(({ slots }) => slots);
        for (const [index, slot] of held.entries()) {
          const day = held.filter(({ date }) => date === slot.date);
          expect(day.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(420);
          const after = held.slice(index + 1);
          expect(
            after.some(
              (other) =>
                other.date === slot.date &&
                other.startsAt < slot.startsAt + slot.minutes &&
                slot.startsAt < other.startsAt + other.minutes,
            ),
          ).toBe(false);
        }
      }),
    );
  });

  it('never a full run, never before the start nor after the end; what is left says why', () => {
    fc.assert(
      fc.property(runsOf, (runs) => {
        const path = plan(runs);
        for (const { firstDay, lastDay, isOwn, freePlaces } of takes(path)) {
          expect(firstDay >= startsOn).toBe(true);
          expect(isOwn || (freePlaces !== 0 && lastDay <= endsOn)).toBe(true);
        }
        for (const { reason } of path) expect(reason).toMatch(/\.$/);
      }),
    );
  });

  it('is the same whatever the order of the runs', () => {
    const distinct = runsOf.map((runs) => {
      const key = (one: ModuleRun) => `${one.cohortId} ${one.kind} ${one.moduleCode}`;
      return [...new Map(runs.map((one) => [key(one), one])).values()];
    });
    fc.assert(
      fc.property(distinct, (runs) => {
        expect(plan(runs.toReversed())).toEqual(plan(runs));
      }),
    );
  });
});
