import { describe, expect, it } from '@jest/globals';
import { checkPlan } from './check-plan.ts';
import { describeConflict } from './describe-conflict.ts';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';
import { type PlanRule, planRules, relaxRule } from './relax-rule.ts';
import { change, plan, problem } from './test-plan.ts';

const booking = { date: '2026-10-12', startsAt: 540, minutes: 60, roomId: null };
const changeAll = <K extends 'trainers' | 'rooms' | 'runs' | 'cohorts'>(
  what: K,
  changes: Partial<PlanningProblem[K][number]>,
): Partial<PlanningProblem> => ({
  [what]: problem[what].map((one) => ({ ...one, ...changes })),
});
const early = plan.map((slot, index) =>
  index === 6
    ? { ...slot, date: '2026-10-05' }
    : index < 2
      ? { ...slot, date: '2026-10-27' }
      : slot,
);

/** For each rule, a plan that breaks it and nothing else. */
const broken: Readonly<
  Record<PlanRule, { slots?: readonly PlanSlot[]; changes?: Partial<PlanningProblem> }>
> = {
  other_cohorts: { changes: { bookings: [{ ...booking, trainerId: 'Mme Roy' }] } },
  locks: { changes: { locked: change(0, { roomId: 'Salle 2' }).slice(0, 1) } },
  full_days: {
    slots: change(3, { date: '2026-10-27' }).filter((_, index) => index !== 6),
    changes: { runs: problem.runs.slice(0, 3) },
  },
  order: { slots: early },
  weekly_maximum: { changes: changeAll('trainers', { maxMinutesPerWeek: 60 }) },
  closures: { slots: change(6, { date: '2026-10-19' }) },
  closed_months: { changes: changeAll('cohorts', { closedMonths: [10] }) },
  rooms: { slots: change(6, { roomId: 'paris 1' }) },
  limit: { changes: changeAll('runs', { until: '2026-10-04' }) },
  working_week: { changes: changeAll('trainers', { works: [] }) },
  absences: { slots: change(6, { trainerId: 'M. Petit' }) },
  end: { slots: change(6, { date: '2026-11-16' }) },
  positioning: { changes: changeAll('cohorts', { positioningOn: '2026-10-06' }) },
  rhythm: { slots: change(6, { date: '2026-10-14' }) },
  qualification: { changes: changeAll('trainers', { subjects: [] }) },
};

describe('a rule that is bent no longer stands in the way, and no other is bent with it', () => {
  it.each(planRules)('%s', (rule) => {
    const { slots = plan, changes = {} } = broken[rule];
    const before = { ...problem, ...changes };
    expect(checkPlan(before, slots)).not.toEqual([]);
    expect(checkPlan(relaxRule(before, rule), slots)).toEqual([]);
  });

  it('Sundays, public holidays and exact hours bend to nothing', () => {
    const everything = planRules.reduce(relaxRule, problem);
    for (const slots of [change(6, { date: '2026-10-11' }), plan.slice(1)]) {
      expect(checkPlan(everything, slots)).not.toEqual([]);
    }
    const november = change(6, { date: '2026-11-11' });
    expect(checkPlan(everything, november).map(({ rule }) => rule)).toEqual([
      'plan.not-on-public-holiday',
    ]);
  });
});

describe('a conflict in French (DOMAIN 12, W1)', () => {
  it('names the modules, the rules that meet and what would help', () => {
    const conflict = {
      cohortId: 'octobre',
      runIds: ['AFGSU 1', 'Évaluation'],
      rules: ['absences', 'limit', 'order'] as const,
      helpful: ['absences'] as const,
    };
    expect(describeConflict(problem, conflict)).toEqual({
      sentence: 'Promotion octobre : AFGSU 1 et Évaluation ne tiennent pas ensemble.',
      rules: [
        'Absences de Mme Roy, M. Petit et Dr Blanc.',
        'Tout est fini le 31 octobre 2026, avant le jury.',
        'Une évaluation vient après son bloc, un module après ses prérequis.',
      ],
      helps: [{ place: 'trainers', sentence: 'Déplacer une absence, ou trouver un remplaçant.' }],
    });
  });

  it('says when it is the contracts that end, and what to do about them', () => {
    const runs = problem.runs.map((run) => ({
      ...run,
      until: '2026-10-30',
      untilBy: 'contracts' as const,
    }));
    const said = describeConflict(
      { ...problem, runs },
      { cohortId: 'octobre', runIds: ['Hygiène'], rules: ['limit'], helpful: ['limit'] },
    );
    expect(said.rules).toEqual([
      'Tout est fini le 30 octobre 2026, dernier jour où plus de la moitié des apprenants ont encore un contrat.',
    ]);
    expect(said.helps).toMatchObject([{ place: 'learners' }]);
  });

  it('has a sentence for every rule, alone too', () => {
    for (const rule of planRules) {
      const said = describeConflict(problem, {
        cohortId: 'octobre',
        runIds: ['Hygiène'],
        rules: [rule],
        helpful: [rule],
      });
      expect(said.sentence).toBe('Promotion octobre : Hygiène ne trouve pas sa place.');
      const texts = [...said.rules, ...said.helps.map(({ sentence }) => sentence)];
      expect(texts.every((text) => /^[A-ZÉ].+\.$/.test(text))).toBe(true);
    }
  });

  it('offers only what can be done: no evaluation before the end of its block (S1:L178)', () => {
    const conflict = {
      cohortId: 'octobre',
      runIds: ['Évaluation'],
      rules: ['order', 'full_days'] as const,
      helpful: ['order', 'full_days'] as const,
    };
    expect(describeConflict(problem, conflict).helps).toEqual([
      { place: 'cohort_settings', sentence: 'Choisir l’AFGSU en demi-journées de 3 h 30.' },
    ]);
  });

  it('refuses a cohort that is not in the problem', () => {
    const conflict = { cohortId: 'autre', runIds: [], rules: [], helpful: [] };
    expect(() => describeConflict(problem, conflict)).toThrow(RangeError);
  });
});
