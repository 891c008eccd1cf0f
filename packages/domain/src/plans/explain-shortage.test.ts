import { describe, expect, it } from '@jest/globals';
import { checkAnotherLock, explainShortage, explainUnplaced } from './explain-shortage.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { change, plan, problem } from './test-plan.ts';

const explain = (changes: Partial<PlanningProblem>) => explainShortage({ ...problem, ...changes });

describe('what makes a plan impossible before any search, in a sentence', () => {
  it('says nothing of a problem that has a plan', () => {
    expect(explain({})).toEqual([]);
    expect(explain({ locked: plan })).toEqual([]);
  });

  it('no trainer at all: said once, with what would help', () => {
    const findings = explain({ trainers: [] });
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['plan.no-trainer', '/trainers'],
    ]);
    expect(findings[0]?.message).toMatch('Aucun formateur n’a de fiche complète');
  });

  it('modules that nobody teaches are named together, cohort by cohort', () => {
    const trainers = problem.trainers.map((one) => ({ ...one, subjects: ['AFGSU'] }));
    expect(explain({ trainers })).toMatchObject([
      {
        rule: 'plan.nobody-qualified',
        path: '/cohorts/0',
        message:
          'Hygiène et Évaluation (Promotion octobre) : aucun formateur qui les enseigne. Ajoutez ces modules à un formateur.',
      },
    ]);
  });

  it('AFGSU: trainers, none of them accredited (W1)', () => {
    const trainers = problem.trainers.map((one) => ({ ...one, accreditations: [] }));
    expect(explain({ trainers }).map(({ message }) => message)).toEqual([
      'AFGSU 1 et AFGSU 2 (Promotion octobre) : aucun formateur habilité. Ajoutez ces modules à un formateur habilité.',
    ]);
  });

  it('AFGSU: accredited trainers come back too late for the jury', () => {
    const absences = [{ from: '2026-10-01', to: '2026-11-08', label: 'Congés' }];
    const trainers = problem.trainers.map((one) => ({ ...one, absences }));
    const late = explain({ trainers }).find(({ path }) => path === '/runs/1');
    expect(late?.rule).toBe('plan.trainer-too-late');
    expect(late?.message).toBe(
      'AFGSU 1 (Promotion octobre) : aucun formateur habilité disponible avant le 9 novembre 2026, alors que tout doit être fini le 31 octobre 2026. Reculez le jury ou trouvez un autre formateur.',
    );
  });

  it('more hours than days', () => {
    const cohorts = problem.cohorts.map((cohort) => ({ ...cohort, endsOn: '2026-10-05' }));
    expect(explain({ cohorts })[0]).toMatchObject({
      rule: 'plan.more-hours-than-days',
      path: '/cohorts/0',
      message:
        'Promotion octobre : 5 demi-journées à placer, 2 demi-journées ouvertes du 5 octobre 2026 au 5 octobre 2026. Reculez la fin, ajoutez un jour par semaine ou rouvrez un mois.',
    });
  });

  it('too few half-days with a trainer', () => {
    const trainers = problem.trainers.map((one) => ({
      ...one,
      works: [{ weekday: 1, halfDay: 'morning' as const }],
      absences: [{ from: '2026-10-06', to: '2026-12-31', label: 'Départ' }],
    }));
    expect(explain({ trainers })[0]?.rule).toBe('plan.too-few-half-days');
    expect(explain({ trainers })[0]?.message).toBe(
      'Hygiène (Promotion octobre) : 1 demi-journée où un formateur qui l’enseigne et une salle sont libres, pour 5 h 30 en 2 demi-journées. Ajoutez une disponibilité, un formateur ou un jour.',
    );
  });

  it('no room for what is taught on site (DOMAIN 12)', () => {
    expect(explain({ rooms: [] })).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'plan.no-room' })]),
    );
  });

  it('what locks hold is no longer to place: an AFGSU that its only trainer gives on Saturdays lacks nobody', () => {
    const saturdays = ['2026-10-10', '2026-10-17'];
    const locked = plan
      .filter(({ runId }) => runId.startsWith('AFGSU'))
      .map((slot) => ({ ...slot, date: saturdays[slot.runId === 'AFGSU 1' ? 0 : 1] ?? '' }));
    const trainers = problem.trainers.map((one) =>
      one.accreditations.length > 0
        ? { ...one, works: one.works.filter(({ weekday }) => weekday === 6) }
        : one,
    );
    const told = (changes: Partial<PlanningProblem>) =>
      explainUnplaced({ ...problem, trainers, ...changes }).map(({ path }) => path);
    expect(told({})).toEqual(['/runs/1', '/runs/2']);
    expect(told({ locked })).toEqual([]);
  });

  it('nor are there more hours than days when locks hold what is too many', () => {
    const cohorts = problem.cohorts.map((cohort) => ({ ...cohort, endsOn: '2026-10-06' }));
    const locked = plan
      .filter(({ runId }) => runId === 'Hygiène')
      .map((slot, index) => ({ ...slot, date: index === 0 ? '2026-10-08' : '2026-10-09' }));
    const rules = (changes: Partial<PlanningProblem>) =>
      explainUnplaced({ ...problem, cohorts, ...changes }).map(({ rule }) => rule);
    expect(rules({})).toContain('plan.more-hours-than-days');
    expect(rules({ locked })).not.toContain('plan.more-hours-than-days');
  });

  it('no room large enough or equipped', () => {
    const rooms = problem.rooms.filter(({ equipment }) => equipment.length === 0);
    expect(explain({ rooms })[0]?.message).toBe(
      'AFGSU 1 (Promotion octobre) : aucune salle équipée de mannequin sur le site. Équipez une salle, ou ajoutez-en une.',
    );
    const small = problem.rooms.map((room) => ({ ...room, seats: 11 }));
    const [first] = explain({ rooms: small });
    expect(first?.message).toMatch(/^Hygiène .* : aucune salle de 20 places sur le site\./);
    const cramped = problem.rooms.filter(({ id }) => id !== 'Salle 2');
    const runs = problem.runs.map((run) => ({ ...run, learners: 13 }));
    expect(explain({ rooms: cramped, runs })[0]?.message).toMatch(
      'aucune salle équipée de mannequin de 13 places sur le site.',
    );
  });

  it('locks that contradict each other', () => {
    const [finding] = explain({ locked: change(4, { trainerId: 'Mme Roy' }) });
    expect(finding?.rule).toBe('plan.trainer-free');
    expect(finding?.message).toMatch(
      /^Les créneaux verrouillés se contredisent\. Mme Roy .* Déverrouillez l’un d’eux\.$/,
    );
  });

  it('one lock that no longer holds contradicts nothing: it says what broke it', () => {
    const [finding] = explain({ locked: [{ ...plan[6], trainerId: 'M. Petit' }] as typeof plan });
    expect(finding?.rule).toBe('plan.trainer-absent');
    expect(finding?.message).toMatch(
      /^Un créneau verrouillé ne tient plus\. M\. Petit .* Déverrouillez-le\.$/,
    );
  });

  it('a lock that would contradict another is told when it is set', () => {
    const [first, , third] = plan;
    if (!first || !third) throw new Error('the plan has half-days');
    const locked = { ...problem, locked: [third] };
    expect(checkAnotherLock(locked, first)).toEqual([]);
    const clash = { ...first, date: third.date, trainerId: third.trainerId };
    const [finding] = checkAnotherLock(locked, clash);
    expect(finding?.message).toMatch(/^Ce verrou en contredit un autre\. .* Déverrouillez l’autre/);
  });
});
