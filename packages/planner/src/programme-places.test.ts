import type { PlanningProblem } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { planYear } from './plan-year.ts';
import { indexCohorts } from './problem-index.ts';
import { listPlaces } from './programme-places.ts';
import { cohort, mondays, problemOf, run, slot, trainer } from './test-problem.ts';

/** Places by module, in half-days of the cohort. */
function placesOf(changes: Partial<PlanningProblem>) {
  const problem = problemOf(changes);
  const [choice] = indexCohorts(problem);
  const places = choice ? listPlaces(choice, problem.placeFrom) : new Map();
  return problem.runs.map(({ id }) => places.get(id));
}

describe('the place of a run in its programme: in order and at an even pace over its cohort', () => {
  it('takes the share of the period that its half-days are of the whole', () => {
    const runs = [run('M1'), run('M2', { slotMinutes: [210] })];
    expect(placesOf({ runs })).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 6 },
    ]);
  });

  it('is after those that it comes after, wherever the programme lists them', () => {
    const runs = [run('M1', { after: ['c/B1/M2/1'] }), run('M2', { slotMinutes: [210] })];
    expect(placesOf({ runs })).toEqual([
      { from: 2, to: 6 },
      { from: 0, to: 2 },
    ]);
  });

  it('is in what is left of the period once it has begun, for what is left to place', () => {
    const runs = [run('M1'), run('M2')];
    const locked = [slot('c/B1/M1/1', '2027-01-04', 'Roy')];
    const [first, second] = placesOf({ runs, locked, placeFrom: '2027-01-11' });
    expect([first?.from, second?.to]).toEqual([2, 6]);
    expect(first?.to).toBeCloseTo(2 + 4 / 3);
    expect(second?.from).toBe(first?.to);
  });
});

describe('a plan near the programme', () => {
  const limits = { seconds: 20, gap: 0 };
  const runs = [run('M1'), run('M2')];

  it('follows it when nothing else is at stake', async () => {
    const { slots } = await planYear(problemOf({ cohorts: [cohort(4)], runs }), limits);
    const inOrder = slots.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    expect(inOrder.map(({ runId }) => runId)).toEqual(
      ['M1', 'M1', 'M2', 'M2'].map((code) => `c/B1/${code}/1`),
    );
  });

  it('leaves it when its trainer is only there at the end', async () => {
    const away = { from: '2027-01-04', to: '2027-01-24', label: 'Congés' };
    const trainers = [
      trainer('Roy', { subjects: ['M1'], absences: [away], works: mondays }),
      trainer('Petit', { subjects: ['M2'] }),
    ];
    const problem = problemOf({ cohorts: [cohort(4)], runs, trainers });
    const { status, slots } = await planYear(problem, limits);
    expect(status).toBe('complete');
    const dates = slots.filter(({ trainerId }) => trainerId === 'Roy').map(({ date }) => date);
    expect(dates).toEqual(['2027-01-25', '2027-01-25']);
  });
});
