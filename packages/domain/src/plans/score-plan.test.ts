import { describe, expect, it } from '@jest/globals';
import type { PlanSlot } from './planning-problem.ts';
import { scorePlan, shareWeeks } from './score-plan.ts';
import { change, plan, problem } from './test-plan.ts';

const cost = (rule: string, slots: readonly PlanSlot[], changes: object = {}) =>
  scorePlan({ ...problem, ...changes }, slots).costs.find((line) => line.rule === rule);

describe('what a plan costs, in cents, soft rule by soft rule', () => {
  it('pay: the minutes of each half-day at its trainer’s price', () => {
    // 330 min at 40 €/h, 5 × 210 min at 60 €/h.
    expect(cost('cost', plan)).toMatchObject({ cents: 22_000 + 105_000, count: 1380 });
  });

  it('the total is the sum of its lines', () => {
    const score = scorePlan(problem, plan);
    expect(score.cents).toBe(score.costs.reduce((sum, { cents }) => sum + cents, 0));
  });

  it('same trainer for a module: each one beyond the first is counted', () => {
    expect(cost('extraTrainer', plan)?.count).toBe(0);
    expect(cost('extraTrainer', change(1, { trainerId: 'Mme Roy' }))).toMatchObject({
      count: 1,
      cents: problem.weights.extraTrainer,
      facts: ['Hygiène (Promotion octobre) change de formateur : Mme Roy s’ajoute.'],
    });
  });

  it('same trainer for a module: once it has begun, whoever was not there when it did is counted', () => {
    const begun = (...begunBy: readonly string[]) => ({
      runs: problem.runs.map((run) => (run.id === 'Hygiène' ? { ...run, begunBy } : run)),
    });
    // M. Petit has both half-days that are left.
    expect(cost('extraTrainer', plan, begun('M. Petit'))?.count).toBe(0);
    expect(cost('extraTrainer', plan, begun('Mme Roy'))).toMatchObject({
      count: 1,
      facts: ['Hygiène (Promotion octobre) change de formateur : M. Petit s’ajoute.'],
    });
    const shared = change(1, { trainerId: 'Mme Roy' });
    expect(cost('extraTrainer', shared, begun('M. Petit', 'Mme Roy'))?.count).toBe(0);
  });

  it('not six days in a row: the sixth teaching day of a module is counted, a free day ends the row', () => {
    const days = ['05', '06', '12', '13', '26', '27'].map((day) => `2026-10-${day}`);
    const long = days.map((date) => ({ ...change(0, {})[0], date })) as PlanSlot[];
    expect(cost('sixthDayInARow', long)?.count).toBe(1);
    expect(
      cost(
        'sixthDayInARow',
        long.filter(({ date }) => date !== '2026-10-12'),
      )?.count,
    ).toBe(0);
  });

  it('not two months apart: 60 days are bearable, 61 are not', () => {
    const late = (date: string) =>
      [...plan.slice(0, 1), { ...change(1, { date })[1] }] as PlanSlot[];
    expect(cost('longPause', late('2026-12-04'))?.count).toBe(0);
    expect(cost('longPause', late('2026-12-05'))?.count).toBe(1);
  });

  it('a trainer’s wishes', () => {
    const tuesdays = change(1, { date: '2026-10-06' });
    expect(cost('avoidedHalfDay', tuesdays)?.facts).toEqual([
      'M. Petit préfère ne pas travailler le mardi 6 octobre 2026 (Hygiène).',
    ]);
  });

  it('changes of room, line by line of a split cohort, each once', () => {
    // Salle 1 → 2 and → 3 for the two groups, then both back to Salle 1.
    expect(cost('roomChange', plan)?.count).toBe(4);
    const steady = plan.filter(({ runId }) => runId === 'Hygiène');
    expect(cost('roomChange', steady)?.count).toBe(0);
  });

  it('even weeks: a week’s share is what its open half-days weigh', () => {
    const halfDays = ['05', '06', '12'].map((day) => ({
      date: `2026-10-${day}`,
      halfDay: 'morning' as const,
      startsAt: 540,
      minutes: 210,
    }));
    expect([...shareWeeks(halfDays, 2)]).toEqual([
      ['2026-10-05', { least: 1, most: 2 }],
      ['2026-10-12', { least: 0, most: 1 }],
    ]);
  });

  it('a weekly minimum counts in weeks that could hold it, with hours outside the plan', () => {
    const trainers = problem.trainers.map((one) =>
      one.id === 'M. Petit' ? { ...one, minMinutesPerWeek: 330 } : one,
    );
    // Weeks from 5 October to 10 November: one done, one absent, one closed, three missing 5 h 30.
    expect(cost('hourBelowMinimum', plan, { trainers })?.count).toBe(16.5);
    const bookings = [
      { date: '2026-10-28', startsAt: 540, minutes: 330, trainerId: 'M. Petit', roomId: null },
    ];
    expect(cost('hourBelowMinimum', plan, { trainers, bookings })?.count).toBe(11);
  });
});
