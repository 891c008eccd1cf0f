import { describe, expect, it } from '@jest/globals';
import { addSharedLearners } from './add-shared-learners.ts';
import { checkPlan } from './check-plan.ts';
import { keepCohorts } from './keep-cohorts.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { plan, problem } from './test-plan.ts';

const own = { cohortId: 'octobre', runIds: ['Hygiène'], personIds: ['alice', 'bob'] };
const elsewhere = {
  date: '2026-10-05',
  startsAt: 600,
  minutes: 120,
  cohortName: 'Promotion été',
  personIds: ['alice', 'zoé'],
};

describe('learners’ own paths: nobody is in two places at once (W3, DOMAIN 12)', () => {
  it('a run whose learners follow nothing else stays as it is', () => {
    expect(addSharedLearners(problem.runs, [own], [])).toEqual(problem.runs);
  });

  it('half-days of cohorts outside the plan take those who follow them', () => {
    const runs = addSharedLearners(problem.runs, [own], [elsewhere]);
    const { personIds: _, ...moment } = elsewhere;
    expect(runs[0]).toMatchObject({ id: 'Hygiène', taken: [{ ...moment, learners: 1 }] });
    expect(checkPlan({ ...problem, runs }, plan)).toMatchObject([
      {
        rule: 'plan.learners-free',
        path: '/0/startsAt',
        message:
          'Hygiène (Promotion octobre), lundi 5 octobre 2026 à 9 h : 1 apprenant suit alors « Promotion été ».',
      },
    ]);
    const later = addSharedLearners(problem.runs, [own], [{ ...elsewhere, date: '2026-10-12' }]);
    expect(checkPlan({ ...problem, runs: later }, plan)).toEqual([]);
  });

  describe('two cohorts of one plan', () => {
    const [hygiene] = problem.runs;
    const [october] = problem.cohorts;
    if (!hygiene || !october) throw new Error('the problem has a run and a cohort');
    const late = { ...hygiene, id: 'tard/B1/M1/1', cohortId: 'tard', name: 'Accueil' };
    const runs = addSharedLearners(
      [...problem.runs, { ...late, slotMinutes: [210] }],
      [own, { cohortId: 'tard', runIds: [late.id], personIds: ['bob'] }],
      [],
    );
    const both: PlanningProblem = {
      ...problem,
      cohorts: [...problem.cohorts, { ...october, id: 'tard', name: 'Tard' }],
      runs,
    };
    const [first] = plan;
    if (!first) throw new Error('the plan has a slot');
    const clash = {
      ...first,
      runId: late.id,
      trainerId: 'Mme Roy',
      roomId: 'Salle 2',
    };

    it('runs that share a learner do not overlap', () => {
      expect(checkPlan(both, [...plan, clash])).toMatchObject([
        {
          rule: 'plan.learners-free',
          message:
            'Hygiène (Promotion octobre) et Accueil (Tard) se tiennent ensemble le lundi 5 octobre 2026 : 1 apprenant suit les deux.',
        },
      ]);
      const free = { ...clash, date: '2026-10-13' };
      expect(checkPlan(both, [...plan, free])).toEqual([]);
    });

    it('a cohort planned without the other keeps its learners’ half-days there', () => {
      const alone = keepCohorts(both, ['tard'], plan);
      expect(alone.runs[0]?.taken?.map(({ date }) => date)).toEqual(['2026-10-05', '2026-10-05']);
      expect(checkPlan(alone, [clash]).map(({ rule }) => rule)).toEqual(['plan.learners-free']);
    });
  });
});
