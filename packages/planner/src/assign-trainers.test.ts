import {
  checkPlan,
  defaultPlanWeights,
  listOpenHalfDays,
  type PlanningProblem,
  type PlanSlot,
  scorePlan,
} from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignTrainers } from './assign-trainers.ts';
import { loadSolver } from './mip.ts';
import { planYear } from './plan-year.ts';
import { Availability, indexCohorts } from './problem-index.ts';
import { repairPlan } from './repair-plan.ts';
import { cohort, mondays, problemOf, run, slot, trainer } from './test-problem.ts';

const highs = await loadSolver();

const boundOf = (problem: PlanningProblem, grain: 'week' | 'half_day') =>
  assignTrainers(
    highs,
    { problem, cohorts: indexCohorts(problem), availability: new Availability(), grain },
    { seconds: 20, gap: 0 },
  ).boundCents;

/** Every plan of a problem of one cohort and one room, those that break a rule left out. */
function listPlans(problem: PlanningProblem): readonly (readonly PlanSlot[])[] {
  const [only] = problem.cohorts;
  const moments = only ? [...listOpenHalfDays(only)] : [];
  const wanted = problem.runs.flatMap(({ id, slotMinutes }) => {
    const left = [...slotMinutes];
    for (const { runId, minutes } of problem.locked)
      if (runId === id) left.splice(left.indexOf(minutes), 1);
    return left.map((minutes) => ({ runId: id, minutes }));
  });
  const plans = wanted.reduce<readonly (readonly PlanSlot[])[]>(
    (all, one) =>
      all.flatMap((slots) =>
        moments
          .filter(({ date, halfDay }) =>
            slots.every((other) => other.date !== date || other.halfDay !== halfDay),
          )
          .flatMap((moment) =>
            problem.trainers.map(({ id }) => [
              ...slots,
              { ...moment, ...one, trainerId: id, roomId: 'r' },
            ]),
          ),
      ),
    [problem.locked],
  );
  return plans.filter((slots) => checkPlan(problem, slots).length === 0);
}

const weeklyHalfDays = fc.subarray([...mondays]);
const anyTrainer = (id: string) =>
  fc
    .record({
      subjects: fc.subarray(['M1', 'M2'], { minLength: 1 }),
      works: fc.subarray([...mondays], { minLength: 1 }),
      avoids: weeklyHalfDays,
      minMinutesPerWeek: fc.constantFrom(0, 210, 330, 420),
      maxMinutesPerWeek: fc.constantFrom(210, 330, 420),
      centsPerHour: fc.integer({ min: 20, max: 60 }).map((euros) => euros * 100),
    })
    .map((changes) => trainer(id, changes));
const anyRun = (id: string, ...lengths: readonly number[][]) =>
  fc
    .record({
      slotMinutes: fc.constantFrom(...lengths),
      begunBy: fc.subarray(['Roy', 'Petit', 'Gone'], { maxLength: 1 }),
    })
    .map((changes) => run(id, changes));
const anyProblem = fc
  .record({
    weeks: fc.integer({ min: 2, max: 3 }),
    runs: fc.tuple(
      anyRun('M1', [210, 210], [210, 120], [210, 60]),
      anyRun('M2', [210], [120], [60]),
    ),
    trainers: fc.tuple(anyTrainer('Roy'), anyTrainer('Petit')),
    bookedBy: fc.constantFrom('Roy', 'Petit', null),
    lockedBy: fc.constantFrom('Roy', 'Petit', null),
  })
  .map(({ weeks, runs, trainers, bookedBy, lockedBy }) => {
    const [first] = runs;
    const locked = lockedBy ? [slot(first.id, '2027-01-11', lockedBy)] : [];
    return problemOf({
      cohorts: [cohort(weeks)],
      runs,
      trainers,
      bookings: [
        { date: '2027-01-06', startsAt: 540, minutes: 90, trainerId: bookedBy, roomId: null },
      ],
      locked,
    });
  });

describe('the bound that goes with a plan', () => {
  it('no plan at all costs less, whether weeks or half-days are looked at', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const plans = listPlans(problem);
        fc.pre(plans.length > 0);
        const cheapest = Math.min(...plans.map((slots) => scorePlan(problem, slots).cents));
        expect(boundOf(problem, 'week')).toBeLessThanOrEqual(cheapest);
        expect(boundOf(problem, 'half_day')).toBeLessThanOrEqual(cheapest);
      }),
      { numRuns: 40 },
    );
  });

  it('holds the hours below a weekly minimum that no plan can give', () => {
    const trainers = [trainer('Roy', { minMinutesPerWeek: 420 })];
    // 7 h to teach in three weeks of 7 h: 14 h will be missing.
    const pay = 7 * 4000;
    const problem = problemOf({ trainers });
    expect(boundOf(problem, 'week')).toBe(pay + 14 * defaultPlanWeights.hourBelowMinimum - 1);
    const bookings = [
      { date: '2027-01-20', startsAt: 540, minutes: 300, trainerId: 'Roy', roomId: null },
    ];
    expect(boundOf({ ...problem, bookings }, 'week')).toBe(
      pay + 9 * defaultPlanWeights.hourBelowMinimum - 1,
    );
  });
});

describe('a weekly minimum', () => {
  it('draws half-days to the weeks that lack them', async () => {
    const bookings = ['2027-01-05', '2027-01-06'].map((date) => ({
      date,
      startsAt: 540,
      minutes: 210,
      trainerId: 'Roy',
      roomId: null,
    }));
    const problem = problemOf({
      bookings,
      trainers: [trainer('Roy', { minMinutesPerWeek: 210 })],
      weights: { ...defaultPlanWeights, unevenWeek: 0 },
    });
    const { slots } = await planYear(problem, { seconds: 20, gap: 0 });
    expect(slots.map(({ date }) => date)).toEqual(['2027-01-11', '2027-01-18']);
  });
});

describe('a module goes on with the trainer who began it, though another would cost less', () => {
  const dearer = 'Petit';
  const limits = { seconds: 20, gap: 0 };
  const trainersOf = (slots: readonly PlanSlot[]) => new Set(slots.map((one) => one.trainerId));
  const isNew = ({ date }: PlanSlot) => date > '2027-01-04';

  it('when nothing is begun, the cheaper one teaches', async () => {
    const { slots } = await planYear(problemOf(), limits);
    expect(trainersOf(slots)).toEqual(new Set(['Roy']));
  });

  it('when half-days were held, and so are no longer to plan', async () => {
    const problem = problemOf({ runs: [run('M1', { begunBy: [dearer] })] });
    const { slots } = await planYear(problem, limits);
    expect(trainersOf(slots)).toEqual(new Set([dearer]));
  });

  it('when a half-day is locked', async () => {
    const locked = [slot('c/B1/M1/1', '2027-01-04', dearer)];
    const { slots } = await planYear(problemOf({ locked }), limits);
    expect(trainersOf(slots.filter(isNew))).toEqual(new Set([dearer]));
  });

  it('when another half-day of it has to be repaired', async () => {
    const current = ['2027-01-04', '2027-01-11'].map((date) => slot('c/B1/M1/1', date, dearer));
    const works = [{ weekday: 1, halfDay: 'morning' as const }];
    const trainers = [
      trainer('Roy'),
      trainer(dearer, {
        centsPerHour: 4500,
        works,
        absences: [{ from: '2027-01-11', to: '2027-01-11', label: 'Arrêt' }],
      }),
    ];
    const { slots, moves } = await repairPlan(problemOf({ trainers }), current, { seconds: 20 });
    expect(moves).toHaveLength(1);
    expect(trainersOf(slots)).toEqual(new Set([dearer]));
  });
});
