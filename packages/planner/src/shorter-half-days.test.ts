import { checkPlan, type PlanningProblem } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planYear } from './plan-year.ts';
import { cohort, problemOf, run, trainer } from './test-problem.ts';

const limits = { seconds: 20, gap: 0.01 };
const plan = async (problem: PlanningProblem) => {
  const { slots, unplaced } = await planYear(problem, limits);
  return { slots, unplaced, faults: checkPlan(problem, slots).map(({ rule }) => rule) };
};

describe('a shorter half-day counts for what it is in its trainer’s week', () => {
  it('3 h 30 and 1 h 30 fit a week of 5 h', async () => {
    const problem = problemOf({
      cohorts: [cohort(1)],
      runs: [run('M1', { slotMinutes: [210, 90] })],
      trainers: [trainer('Roy', { maxMinutesPerWeek: 300 })],
    });
    expect(await plan(problem)).toMatchObject({ unplaced: [], faults: [] });
    const tighter = { ...problem, trainers: [trainer('Roy', { maxMinutesPerWeek: 299 })] };
    expect((await plan(tighter)).unplaced).toEqual(['c']);
  });

  it('the shorter one goes into the week that holds no longer one, first or last', async () => {
    const booked = (date: string) => ({
      date,
      startsAt: 1080,
      minutes: 60,
      trainerId: 'Roy',
      roomId: null,
    });
    for (const busy of ['2027-01-05', '2027-01-12']) {
      const problem = problemOf({
        cohorts: [cohort(2)],
        runs: [run('M1', { slotMinutes: [210, 90] }), run('M2', { slotMinutes: [210] })],
        trainers: [trainer('Roy', { maxMinutesPerWeek: 420 })],
        bookings: [booked(busy)],
      });
      const { slots, unplaced, faults } = await plan(problem);
      expect([unplaced, faults]).toEqual([[], []]);
      expect(slots.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual([90, 210, 210]);
    }
  });

  it('no week is ever beyond its maximum, whatever the lengths', async () => {
    const lengths = fc.constantFrom([210, 90], [210, 210, 60], [210], [150]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(lengths, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 210, max: 420 }),
        async (runs, maxMinutesPerWeek) => {
          const problem = problemOf({
            runs: runs.map((slotMinutes, index) =>
              run(`M${index + 1}`, { subject: 'M1', slotMinutes }),
            ),
            trainers: [trainer('Roy', { maxMinutesPerWeek })],
          });
          const { unplaced, faults } = await plan(problem);
          if (unplaced.length === 0) expect(faults).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
