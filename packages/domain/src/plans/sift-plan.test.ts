import { describe, expect, it } from '@jest/globals';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';
import { siftPlan } from './sift-plan.ts';
import { change, plan, problem } from './test-plan.ts';

/** The same cohort once more, on Thursdays and Fridays. */
const twin = (id: string) => `${id} bis`;
const later: Readonly<Record<string, string>> = {
  '2026-10-05': '2026-10-08',
  '2026-10-06': '2026-10-09',
  '2026-10-12': '2026-10-15',
};
const two: PlanningProblem = {
  ...problem,
  cohorts: problem.cohorts.flatMap((one) => [
    one,
    { ...one, id: twin(one.id), name: 'Promotion bis', weekdays: [4, 5] },
  ]),
  runs: problem.runs.flatMap((one) => [
    one,
    {
      ...one,
      id: twin(one.id),
      cohortId: twin(one.cohortId),
      after: one.after.map(twin),
    },
  ]),
  trainers: problem.trainers.map((one) => ({ ...one, maxMinutesPerWeek: 2100 })),
};
const bis = plan.map((slot) => ({
  ...slot,
  runId: twin(slot.runId),
  date: later[slot.date] ?? slot.date,
}));

describe('a plan is proposed without the cohorts whose half-days break a rule', () => {
  it('all of it when it breaks none', () => {
    const both = [...plan, ...bis];
    expect(siftPlan(two, both)).toEqual({ slots: both, refused: new Map() });
  });

  it('one faulty cohort goes with its reason, the other keeps its plan', () => {
    const sifted = siftPlan(two, [...plan, ...bis.slice(1)]);
    expect(sifted.slots).toEqual(plan);
    expect([...sifted.refused].map(([id, faults]) => [id, faults.map(({ rule }) => rule)])).toEqual(
      [['octobre bis', ['plan.exact-hours']]],
    );
  });

  it('of two cohorts that clash, one keeps its plan', () => {
    const clash = bis.map((slot, index) =>
      index === 6 ? { ...slot, date: '2026-10-12', roomId: 'Salle 2' } : slot,
    );
    const days = two.cohorts.map((one) => ({ ...one, weekdays: [1, 2, 4, 5] }));
    const sifted = siftPlan({ ...two, cohorts: days }, [...plan, ...clash]);
    expect(sifted.slots).toEqual(clash);
    expect([...sifted.refused.keys()]).toEqual(['octobre']);
  });
});

describe('a repair answers for what it changes', () => {
  const sift = (after: readonly PlanSlot[], standing: readonly PlanSlot[], locked = standing) => [
    ...siftPlan({ ...problem, locked }, after, standing).refused.keys(),
  ];
  const odd = change(6, { date: '2026-10-14' });
  const away = change(6, { trainerId: 'M. Petit' });

  it('not for an unusual day that stood before', () => {
    expect(sift(odd, odd, [])).toEqual([]);
    expect(sift(odd, plan, [])).toEqual(['octobre']);
  });

  it('for a half-day that no longer holds, unless somebody locked it', () => {
    expect(sift(away, away, [])).toEqual(['octobre']);
    expect(sift(away, away)).toEqual([]);
  });
});
