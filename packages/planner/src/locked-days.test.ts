import { checkPlan, type PlanningProblem, type PlanSlot } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { planYear } from './plan-year.ts';
import { cohort, mondays, problemOf, run, slot, trainer } from './test-problem.ts';

const limits = { seconds: 20, gap: 0.01 };
const plan = (problem: PlanningProblem) => planYear(problem, limits);
const faultsOf = async (problem: PlanningProblem) =>
  checkPlan(problem, (await plan(problem)).slots).map(({ rule }) => rule);

describe('no more than 7 h a day, beside what is locked that day', () => {
  const withLock = (weeks: number, lock: Partial<PlanSlot>) => {
    const locked = { ...slot('c/B1/M2/1', '2027-01-04', 'Petit'), ...lock };
    return problemOf({
      cohorts: [cohort(weeks)],
      runs: [run('M1'), run('M2', { slotMinutes: [locked.minutes] })],
      locked: [locked],
    });
  };

  it.each([
    ['a morning of 4 h', { minutes: 240 }],
    ['an evening', { halfDay: 'afternoon' as const, startsAt: 1080, minutes: 120 }],
  ])('%s', async (_name, lock) => {
    expect((await plan(withLock(1, lock))).unplaced).toEqual(['c']);
    const roomy = withLock(3, lock);
    expect((await plan(roomy)).unplaced).toEqual([]);
    expect(await faultsOf(roomy)).not.toContain('plan.day-at-most-7h');
  });
});

describe('a « rythme moyen » counts a day that is locked beside its weekdays (H5)', () => {
  const days = [1, 2, 3, 4];
  const works = days.flatMap((weekday) => mondays.map((half) => ({ ...half, weekday })));
  const saturday = slot('c/B1/M2/1', '2027-01-09', 'Petit');
  const averaged = (halfDays: number): PlanningProblem =>
    problemOf({
      cohorts: [{ ...cohort(3), endsOn: '2027-01-14', weekdays: days, daysPerWeek: 2 }],
      runs: [
        run('M1', { slotMinutes: Array.from({ length: halfDays }, () => 210) }),
        run('M2', { slotMinutes: [210] }),
      ],
      trainers: [
        trainer('Roy', { works, maxMinutesPerWeek: 2_100 }),
        trainer('Petit', {
          works: [...works, ...mondays.map((half) => ({ ...half, weekday: 6 }))],
        }),
      ],
      locked: [saturday],
    });

  it('in its week and in all', async () => {
    expect((await plan(averaged(6))).unplaced).toEqual([]);
    expect(await faultsOf(averaged(6))).not.toContain('plan.average-rhythm');
    expect((await plan(averaged(8))).unplaced).toEqual(['c']);
  });

  it('and the days on which the cohort came this week already', async () => {
    const { cohorts, ...problem } = averaged(3);
    const midweek = (daysHeld: readonly string[]) => ({
      ...problem,
      cohorts: cohorts.map((one) => ({ ...one, startsOn: '2027-01-06', daysHeld })),
      locked: [],
      runs: problem.runs.slice(0, 1),
    });
    const daysOf = async (daysHeld: readonly string[]) => {
      const { slots, unplaced } = await plan(midweek(daysHeld));
      expect(unplaced).toEqual([]);
      expect(checkPlan(midweek(daysHeld), slots)).toEqual([]);
      return new Set(slots.flatMap(({ date }) => (date < '2027-01-11' ? [date] : []))).size;
    };
    expect(await daysOf(['2027-01-04', '2027-01-05'])).toBeLessThanOrEqual(1);
    const crowded = ['2027-01-06', '2027-01-07'].map((date) => slot('c/B1/M1/1', date, 'Roy'));
    const rules = (daysHeld: readonly string[]) =>
      checkPlan(midweek(daysHeld), crowded).map(({ rule }) => rule);
    expect(rules(['2027-01-04', '2027-01-05'])).toContain('plan.average-rhythm');
    expect(rules([])).not.toContain('plan.average-rhythm');
  });
});
