import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { addDays } from '../plain-date.ts';
import type { ModuleRun } from './module-run.ts';
import { type PathRequest, planPath } from './plan-path.ts';

const run = (
  moduleCode: string | null,
  firstDay: string,
  lastDay: string,
  change: Partial<ModuleRun> = {},
): ModuleRun => ({
  kind: moduleCode === null ? 'evaluation' : 'training',
  blockCode: 'B3',
  moduleCode,
  cohortId: 'autumn',
  cohortName: 'Paris, automne 2026',
  isOwn: true,
  firstDay,
  lastDay,
  slots: [],
  freePlaces: 0,
  ...change,
});
const spring: Partial<ModuleRun> = {
  cohortId: 'spring',
  cohortName: 'Paris, printemps 2027',
  isOwn: false,
  freePlaces: 3,
};
const own = [
  run('B3-M1', '2026-10-05', '2026-10-20'),
  run('B3-M2', '2026-10-26', '2026-11-10'),
  run(null, '2026-11-16', '2026-11-16'),
];
const others = [
  run('B3-M1', '2027-03-01', '2027-03-16', spring),
  run('B3-M2', '2027-03-22', '2027-04-06', spring),
  run(null, '2027-04-12', '2027-04-12', spring),
];
const route = 'continuing_training' as const;
const plan = (startsOn: string, runs: readonly ModuleRun[], more: Partial<PathRequest> = {}) =>
  planPath({ framework: cqpAm2022Afbb, route, startsOn, runs, ...more }).filter(
    ({ blockCode }) => blockCode === 'B3',
  );
const places = (...args: Parameters<typeof plan>) =>
  plan(...args).map(({ state, run: chosen }) => chosen?.firstDay ?? state);

describe('a cohort whose calendar is placed in parts (DOMAIN 12)', () => {
  const toCome = own.map((one, index) =>
    index === 1 ? { ...one, firstDay: null, lastDay: null } : one,
  );
  const waiting = own.map((one) => ({ ...one, firstDay: null, lastDay: null }));

  it('what is still to place is on the path: nobody is sent elsewhere for it', () => {
    const steps = plan('2026-10-05', [...others, ...toCome]);
    expect(steps.map(({ state }) => state)).toEqual(['own', 'own', 'own']);
    expect(steps[1]?.run).toBe(toCome[1]);
    expect(steps[1]?.reason).toBe('Avec sa cohorte, dates à venir.');
    // Whoever missed the first module catches that one up alone.
    expect(plan('2026-10-12', [...others, ...toCome]).map(({ state }) => state)).toEqual([
      'other',
      'own',
      'other',
    ]);
  });

  it('nothing placed is no calendar yet', () => {
    expect(plan('2026-10-05', [...others, ...waiting]).map(({ state }) => state)).toEqual([
      'to_plan',
      'to_plan',
      'to_plan',
    ]);
  });
});

describe('W3: one may join at any time of the year', () => {
  it('on the first day, everything is with the own cohort', () => {
    expect(plan('2026-10-05', [...others, ...own]).map(({ state }) => state)).toEqual([
      'own',
      'own',
      'own',
    ]);
  });

  it('a module that has begun is taken with another cohort, and the reason says so', () => {
    const [first, second] = plan('2026-10-06', [...own, ...others]);
    expect(first).toMatchObject({
      state: 'other',
      reason:
        'Avec « Paris, printemps 2027 », à partir du 1er mars 2027 : sa cohorte l’a commencé le 5 octobre 2026.',
    });
    expect(second?.state).toBe('own');
  });

  it('of two groups of a module, the emptier is taken (W1)', () => {
    const [module] = own;
    if (!module) throw new Error('the own cohort has a module');
    const groups = [
      { ...module, freePlaces: 1 },
      { ...module, firstDay: '2026-10-06', freePlaces: 4 },
    ];
    expect(places('2026-10-05', groups)[0]).toBe('2026-10-06');
  });

  it('without a free place elsewhere it is to be planned, and why', () => {
    const full = others.map((other) => ({ ...other, freePlaces: 0 }));
    expect(plan('2026-10-06', [...own, ...full])[0]).toMatchObject({
      state: 'to_plan',
      run: null,
      reason:
        'À planifier : sa cohorte l’a commencé le 5 octobre 2026 et les autres cohortes n’ont plus de place.',
    });
  });

  it('a cohort without a calendar makes its learners wait for it, whatever others offer', () => {
    const reason = 'À planifier : le calendrier de sa cohorte n’est pas encore fait.';
    expect(plan('2026-10-06', others).map((step) => step.reason)).toEqual([reason, reason, reason]);
  });

  it('a module that no cohort runs is to be planned', () => {
    expect(plan('2026-10-06', own.slice(1))[0]?.reason).toBe(
      'À planifier : sa cohorte ne le programme pas et aucune autre cohorte ne le propose ensuite.',
    );
  });

  it('the earliest of the others with a place is taken', () => {
    const later = { ...others[0], firstDay: '2027-05-03' } as ModuleRun;
    expect(places('2026-12-01', [later, ...others, ...own])[0]).toBe('2027-03-01');
  });
});

describe('Q18: a late joiner is attached to the next evaluation event of the block', () => {
  it('after the last module of the path, so not with the own cohort', () => {
    expect(places('2026-10-06', [...own, ...others])).toEqual([
      '2027-03-01',
      '2026-10-26',
      '2027-04-12',
    ]);
  });

  it('is to be planned while a module of the block has no dates', () => {
    const evaluation = plan('2026-10-06', own).at(-1);
    expect(evaluation?.reason).toBe(
      'À planifier : l’évaluation vient après le dernier module du bloc, et « Gestion du risque contaminant » n’a pas encore de dates.',
    );
  });

  it('a dispensed module does not hold it back (DOMAIN 5.2)', () => {
    const waived = minutesWaived(cqpAm2022Afbb, [
      { state: 'granted', blockCode: 'B3', moduleCode: 'B3-M1', grantedMinutes: 42 * 60 },
    ]);
    expect(places('2026-10-06', own, { waived })).toEqual(['waived', '2026-10-26', '2026-11-16']);
  });
});

describe('properties of every path', () => {
  const runs = fc.array(
    fc
      .record({
        item: fc.constantFrom(...listProgramme(cqpAm2022Afbb)),
        cohort: fc.integer({ min: 0, max: 3 }),
        from: fc.integer({ min: 0, max: 400 }),
        days: fc.integer({ min: 0, max: 30 }),
        freePlaces: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
      })
      .map(
        ({ item, cohort, from, days, freePlaces }): ModuleRun => ({
          kind: item.kind,
          blockCode: item.blockCode,
          moduleCode: item.moduleCode,
          cohortId: `cohort-${cohort}`,
          cohortName: `Cohorte ${cohort}`,
          isOwn: cohort === 0,
          firstDay: addDays('2026-09-01', from),
          lastDay: addDays('2026-09-01', from + days),
          slots: [],
          freePlaces,
        }),
      ),
    { maxLength: 80 },
  );

  it('names each module and evaluation once, never before the start, never in a full cohort', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 0, max: 400 }), (made, start) => {
        const startsOn = addDays('2026-09-01', start);
        const path = planPath({ framework: cqpAm2022Afbb, route, startsOn, runs: made });
        expect(path.map(({ name }) => name)).toEqual(
          listProgramme(cqpAm2022Afbb).map(({ name }) => name),
        );
        for (const { run: chosen, state } of path) {
          expect(chosen === null).toBe(state === 'to_plan');
          if (chosen === null) continue;
          expect(chosen.firstDay >= startsOn).toBe(true);
          expect(chosen.isOwn || chosen.freePlaces !== 0).toBe(true);
        }
      }),
    );
  });

  it('S1:L178: an evaluation never starts before the end of the block’s modules', () => {
    fc.assert(
      fc.property(runs, (made) => {
        const path = planPath({
          framework: cqpAm2022Afbb,
          route,
          startsOn: '2026-09-01',
          runs: made,
        });
        for (const evaluation of path.filter(({ kind }) => kind === 'evaluation')) {
          const firstDay = evaluation.run?.firstDay;
          if (firstDay === undefined) continue;
          const modules = path.filter(
            ({ kind, blockCode }) => kind === 'training' && blockCode === evaluation.blockCode,
          );
          expect(
            modules.every(({ run: chosen }) => chosen !== null && chosen.lastDay <= firstDay),
          ).toBe(true);
        }
      }),
    );
  });
});
