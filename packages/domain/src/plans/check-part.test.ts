import { describe, expect, it } from '@jest/globals';
import { checkPart } from './check-part.ts';
import { comparePlans, type StandingSlot } from './compare-plans.ts';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';
import { change, plan, problem } from './test-plan.ts';

/** The test plan with ids that a calendar gives, so that runs which are over can be read. */
const named = (id: string) =>
  ({ 'AFGSU 1': 'o/B4/M9/1', 'AFGSU 2': 'o/B4/M9/2' })[id] ?? `o/B1/${id}/1`;
const year: PlanningProblem = {
  ...problem,
  cohorts: problem.cohorts.map((one) => ({ ...one, id: 'o' })),
  runs: problem.runs.map((one) => ({
    ...one,
    id: named(one.id),
    cohortId: 'o',
    after: one.after.map(named),
  })),
};
const rename = (slots: readonly PlanSlot[]) =>
  slots.map((slot) => ({ ...slot, runId: named(slot.runId) }));
const stand = (slots: readonly PlanSlot[], missing: Partial<StandingSlot> = {}): StandingSlot[] =>
  rename(slots).map((slot, index) => ({ ...slot, id: `s${index}`, isRemote: false, ...missing }));

/** The rules that stop the acceptance of the changes of one run alone. */
function accept(
  before: readonly StandingSlot[],
  after: readonly PlanSlot[],
  isChosen: (runId: string) => boolean,
  changes: Partial<PlanningProblem> = {},
): readonly string[] {
  const all = comparePlans(before, rename(after)).filter(({ kind }) => kind !== 'kept');
  const chosen = all.filter(({ from, to }) => isChosen((to ?? from)?.runId ?? ''));
  if (chosen.length === 0) throw new Error('nothing is chosen');
  return [...new Set(checkPart({ ...year, ...changes }, before, chosen).map(({ rule }) => rule))];
}

const only = (id: string) => (runId: string) => runId === named(id);

describe('a part of a plan is held against every rule of the whole (DOMAIN 12)', () => {
  it('some modules of a first plan may come first: what is missing stays proposed', () => {
    expect(accept([], plan, only('Hygiène'))).toEqual([]);
    expect(accept([], plan, only('Évaluation'))).toEqual([]);
  });

  it('an evaluation that comes before the modules left where they are is refused (S1:L178)', () => {
    const late = [...change(6, { date: '2026-11-03' }).slice(6), ...plan.slice(0, 6)].map((slot) =>
      slot.runId === 'Hygiène' ? { ...slot, date: '2026-11-02' } : slot,
    );
    expect(accept(stand(late), plan, only('Évaluation'))).toEqual(['plan.order']);
    expect(accept(stand(late), plan, only('Hygiène'))).toEqual([]);
  });

  it('a trainer’s week and a day of 7 h count what stays', () => {
    const before = stand(change(6, { trainerId: 'M. Petit' }));
    const trainers = year.trainers.map((one) =>
      one.id === 'Mme Roy' ? { ...one, maxMinutesPerWeek: 210 } : one,
    );
    const [first] = plan;
    const two = [
      ...change(6, { trainerId: 'Mme Roy' }),
      ...(first ? [{ ...first, runId: 'Hygiène', date: '2026-10-13', trainerId: 'Mme Roy' }] : []),
    ];
    expect(accept(before, two, (id) => id !== named('AFGSU 1'), { trainers })).toContain(
      'plan.trainer-week',
    );
  });

  it('full days come whole', () => {
    const changes = comparePlans([], rename(plan)).filter(
      ({ to }) => to?.runId === named('AFGSU 1'),
    );
    expect(checkPart(year, [], changes.slice(0, 1)).map(({ rule }) => rule)).toEqual([
      'plan.full-days',
    ]);
    expect(checkPart(year, [], changes)).toEqual([]);
  });

  it('what stood broken before is not held against it, nor a week that is less over its maximum', () => {
    const trainers = year.trainers.map((one) => ({ ...one, maxMinutesPerWeek: 60 }));
    const less = plan.filter((_, index) => index !== 1);
    expect(accept(stand(plan), less, only('Hygiène'), { trainers })).toEqual([]);
    const elsewhere = change(1, { date: '2026-10-12', trainerId: 'Mme Roy' });
    expect(accept(stand(plan), elsewhere, only('Hygiène'), { trainers })).toContain(
      'plan.trainer-week',
    );
  });

  it('it meets what no plan names any more: a module that nobody follows, nobody as trainer', () => {
    const [, , first] = plan;
    if (!first) throw new Error('the plan has an AFGSU');
    const over: StandingSlot[] = [
      {
        ...first,
        runId: 'o/B2/M7/1',
        roomId: 'Salle 2',
        trainerId: null,
        id: 'old',
        isRemote: false,
      },
    ];
    const faults = accept(over, plan, only('AFGSU 1'));
    expect(faults).toEqual(expect.arrayContaining(['plan.room-free', 'plan.group-free']));
  });
});
