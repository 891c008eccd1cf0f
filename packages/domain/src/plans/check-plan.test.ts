import { describe, expect, it } from '@jest/globals';
import { checkPlan } from './check-plan.ts';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';
import { change, plan, planRun, problem } from './test-plan.ts';

const rulesBroken = (
  slots: readonly PlanSlot[],
  changes: Partial<PlanningProblem> = {},
): readonly string[] => [
  ...new Set(checkPlan({ ...problem, ...changes }, slots).map(({ rule }) => rule)),
];
const withTrainer = (id: string, changes: object) => ({
  trainers: problem.trainers.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});

describe('the checker of a year’s plan (DOMAIN 12), which knows the rules and no solver', () => {
  it('accepts a plan that keeps every rule', () => {
    expect(checkPlan(problem, plan)).toEqual([]);
  });

  it('every slot names a known run, trainer and room', () => {
    expect(rulesBroken(change(6, { trainerId: 'inconnu' }))).toContain('plan.names-known');
    expect(rulesBroken(change(6, { roomId: 'inconnue' }))).toContain('plan.names-known');
    expect(rulesBroken(change(6, { runId: 'inconnu' }))).toContain('plan.names-known');
  });

  it('modules have their exact hours, no more and no less', () => {
    expect(rulesBroken(plan.slice(1))).toEqual(['plan.exact-hours']);
    expect(rulesBroken(change(1, { minutes: 150 }))).toEqual(['plan.exact-hours']);
    expect(checkPlan(problem, plan.slice(1))[0]?.message).toBe(
      'Hygiène : 2 h en 1 demi-journée au lieu de 5 h 30 en 2.',
    );
  });

  it.each([
    ['a Sunday', '2026-10-11', 'plan.not-on-sunday'],
    ['a closure of the site', '2026-10-19', 'plan.not-on-closure'],
    ['a day outside the rhythm', '2026-10-14', 'plan.usual-weekday'],
    ['a day after the cohort’s end', '2026-11-16', 'plan.within-cohort'],
  ])('nothing on %s', (_, date, rule) => {
    expect(rulesBroken(change(6, { date }))).toEqual([rule]);
  });

  it('nothing on a public holiday or in a closed month', () => {
    const november = {
      cohorts: [{ ...problem.cohorts[0], weekdays: [1, 2, 3], endsOn: '2026-11-30' }],
    };
    expect(
      rulesBroken(change(6, { date: '2026-11-11' }), november as Partial<PlanningProblem>),
    ).toEqual(['plan.not-on-public-holiday']);
    const closed = { cohorts: [{ ...problem.cohorts[0], closedMonths: [11] }] };
    expect(
      rulesBroken(change(6, { date: '2026-11-09' }), closed as Partial<PlanningProblem>),
    ).toEqual(['plan.not-on-closed-month']);
  });

  it('nothing before half of the learners have a contract (DOMAIN 12)', () => {
    const cohorts = problem.cohorts.map((cohort) => ({
      ...cohort,
      startsOn: '2026-10-06',
      startsBy: 'contracts' as const,
    }));
    expect(rulesBroken(plan, { cohorts })).toContain('plan.within-contracts');
    expect(rulesBroken(plan, { cohorts })).not.toContain('plan.within-cohort');
  });

  it('positioning first: teaching begins the day after (DOMAIN 5.3, Qualiopi 8)', () => {
    const positioned = (positioningOn: string) =>
      ({
        cohorts: problem.cohorts.map((cohort) => ({ ...cohort, positioningOn })),
      }) as Partial<PlanningProblem>;
    expect(rulesBroken(plan, positioned('2026-10-04'))).toEqual([]);
    expect(rulesBroken(plan, positioned('2026-10-05'))).toEqual(['plan.after-positioning']);
    expect(checkPlan({ ...problem, ...positioned('2026-10-05') }, plan)[0]?.message).toBe(
      'Hygiène (Promotion octobre), lundi 5 octobre 2026 : avant le positionnement du 5 octobre 2026, ou le jour même : les cours commencent le lendemain.',
    );
  });

  it('« rythme moyen » (H5): no week exceeds it by more than a day, nor the whole its average', () => {
    const average = (daysPerWeek: number, weekdays = [1, 2], endsOn = '2026-11-10') => ({
      cohorts: problem.cohorts.map((one) => ({ ...one, daysPerWeek, weekdays, endsOn })),
    });
    // Two days in the first week, one in the next: three days in five open weeks.
    expect(rulesBroken(plan, average(1))).toEqual([]);
    expect(rulesBroken(plan, average(1, [1, 2], '2026-10-13'))).toEqual(['plan.average-rhythm']);
    expect(rulesBroken(plan, average(2, [1, 2], '2026-10-13'))).toEqual([]);
    const crowded = change(6, { date: '2026-10-08' });
    expect(rulesBroken(crowded, average(1, [1, 2, 4]))).toEqual(['plan.average-rhythm']);
    expect(rulesBroken(crowded, average(2, [1, 2, 4]))).toEqual([]);
    expect(
      checkPlan({ ...problem, ...average(1, [1, 2, 4]) } as PlanningProblem, crowded)[0]?.message,
    ).toBe(
      'Promotion octobre : 3 jours dans la semaine du lundi 5 octobre 2026, pour un rythme moyen de 1 jour par semaine.',
    );
  });

  it('a slot is a half-day of the cohort, at its hour', () => {
    expect(rulesBroken(change(6, { startsAt: 600 }))).toEqual(['plan.is-half-day']);
    expect(rulesBroken(change(6, { halfDay: 'afternoon' }))).toEqual(['plan.is-half-day']);
  });

  it('a half-day held at a distance needs a trainer and no room, and stays so (Q15)', () => {
    const remote = change(6, { roomId: null });
    const runs = problem.runs.map((one) =>
      one.id === 'Évaluation' ? { ...one, remoteHalfDays: 1, learners: 99 } : one,
    );
    expect(rulesBroken(remote, { runs })).toEqual([]);
    expect(rulesBroken(remote)).toEqual(['plan.remote-half-days']);
    expect(rulesBroken(plan, { runs })).toEqual(['plan.remote-half-days', 'plan.room-seats']);
    expect(checkPlan(problem, remote)[0]?.message).toBe(
      'Évaluation : 1 demi-journée à distance au lieu de 0. Les autres se tiennent dans une salle.',
    );
    const absent = withTrainer('Mme Roy', {
      absences: [{ from: '2026-10-12', to: '2026-10-12', label: 'Grippe' }],
    });
    expect(rulesBroken(remote, { runs, ...absent })).toEqual(['plan.trainer-absent']);
  });

  it('the past stays; what begins later today may be given to another, where it is (DOMAIN 12)', () => {
    const past = { placeFrom: '2026-10-13' };
    const placed = { ...past, locked: plan.slice(0, 6) };
    expect(rulesBroken(plan, placed)).toEqual(['plan.past-stays']);
    const [still] = plan.slice(6);
    const stillToday = still ? [still] : [];
    const restaffed = change(6, { trainerId: 'Dr Blanc', roomId: 'Salle 2' });
    expect(rulesBroken(restaffed, { ...placed, stillToday })).toEqual([]);
    const elsewhere = change(6, { halfDay: 'afternoon', startsAt: 810 });
    expect(rulesBroken(elsewhere, { ...placed, stillToday })).toEqual(['plan.past-stays']);
  });

  it('a run in full days has both halves of its days', () => {
    expect(rulesBroken(change(3, { date: '2026-10-12' }))).toEqual([
      'plan.full-days',
      'plan.order',
    ]);
  });

  it('the AFGSU is over before its limit, the eve of block 4’s jury', () => {
    const early = problem.runs.map((one) => ({ ...one, until: '2026-10-05' }));
    expect(rulesBroken(plan, { runs: early })).toEqual(['plan.before-limit']);
  });

  it('an evaluation comes after the last half-day of its block (S1:L178)', () => {
    const early = [...change(6, { date: '2026-10-05' })].map((one, index) =>
      index < 2 ? { ...one, date: '2026-10-12', trainerId: 'Mme Roy' } : one,
    );
    expect(rulesBroken(early)).toEqual(['plan.order']);
  });

  it('a group is in one place at a time; two groups may work side by side', () => {
    const clash = change(6, { date: '2026-10-06', trainerId: 'M. Petit' });
    expect(rulesBroken(clash)).toContain('plan.group-free');
  });

  it('the groups of two subjects may share learners: never at once (W1)', () => {
    const groups = ['Gestes', 'Secours'].flatMap((subject) =>
      [1, 2].map((group) => planRun(`${subject} ${group}`, { subject, group, learners: 10 })),
    );
    const [place] = plan;
    const clash = (...runIds: readonly string[]) =>
      checkPlan(
        { ...problem, runs: groups },
        runIds.flatMap((runId) => (place ? [{ ...place, runId }] : [])),
      ).map(({ rule }) => rule);
    expect(clash('Gestes 1', 'Secours 2')).toContain('plan.group-free');
    expect(clash('Gestes 1', 'Gestes 2')).not.toContain('plan.group-free');
  });

  it('a day has 7 h at most, group by group', () => {
    const longer = problem.cohorts.map((cohort) => ({ ...cohort, minutesPerDay: 420 }));
    const runs = problem.runs.map((one) =>
      one.id === 'Hygiène' ? { ...one, slotMinutes: [210, 211] } : one,
    );
    expect(rulesBroken(change(1, { minutes: 211 }), { cohorts: longer, runs })).toContain(
      'plan.day-at-most-7h',
    );
  });

  it('a trainer is in one place at a time, bookings of the centre included', () => {
    expect(rulesBroken(change(4, { trainerId: 'Mme Roy' }))).toEqual(['plan.trainer-free']);
    const booking = { date: '2026-10-12', startsAt: 600, minutes: 60, roomId: null };
    expect(rulesBroken(plan, { bookings: [{ ...booking, trainerId: 'Mme Roy' }] })).toEqual([
      'plan.trainer-free',
    ]);
    expect(rulesBroken(plan, { bookings: [{ ...booking, trainerId: 'M. Petit' }] })).toEqual([]);
  });

  it('a trainer is qualified for the subject and accredited for the AFGSU (W1)', () => {
    expect(rulesBroken(plan, withTrainer('M. Petit', { subjects: [] }))).toEqual([
      'plan.trainer-qualified',
    ]);
    expect(rulesBroken(plan, withTrainer('Mme Roy', { accreditations: [] }))).toEqual([
      'plan.trainer-qualified',
    ]);
    const [ended] = checkPlan(
      { ...problem, ...withTrainer('Mme Roy', { accreditationEnds: { AFGSU1: '2026-10-01' } }) },
      plan,
    );
    expect(ended?.message).toBe(
      'Mme Roy n’a pas d’habilitation AFGSU1 valable le mardi 6 octobre 2026 (AFGSU 1).',
    );
    const until = (day: string) =>
      rulesBroken(plan, withTrainer('Mme Roy', { accreditationEnds: { AFGSU1: day } }));
    expect(until('2026-10-06')).toEqual([]);
    expect(until('2026-10-05')).toEqual(['plan.trainer-qualified']);
  });

  it('a trainer works on that half-day and is not absent', () => {
    expect(rulesBroken(change(6, { trainerId: 'M. Petit' }))).toEqual(['plan.trainer-absent']);
    const idle = withTrainer('Mme Roy', { works: [] });
    expect(rulesBroken(plan, idle)).toEqual(['plan.trainer-works']);
    expect(checkPlan({ ...problem, ...idle }, plan)[0]?.message).toBe(
      'Mme Roy ne travaille pas d’habitude le mardi 6 octobre 2026, matin (AFGSU 1).',
    );
  });

  it('a trainer keeps to the weekly maximum, hours outside the plan included', () => {
    expect(rulesBroken(plan, withTrainer('M. Petit', { maxMinutesPerWeek: 329 }))).toEqual([
      'plan.trainer-week',
    ]);
    expect(rulesBroken(plan, withTrainer('M. Petit', { maxMinutesPerWeek: 330 }))).toEqual([]);
    const booking = { date: '2026-10-08', startsAt: 540, minutes: 600, roomId: null };
    expect(rulesBroken(plan, { bookings: [{ ...booking, trainerId: 'M. Petit' }] })).toEqual([
      'plan.trainer-week',
    ]);
  });

  it('a room is large enough, equipped, on the site, open and free', () => {
    expect(rulesBroken(change(6, { roomId: 'Salle 3' }))).toEqual(['plan.room-seats']);
    expect(rulesBroken(change(2, { roomId: 'Salle 1' }))).toEqual(['plan.room-equipped']);
    const moved = problem.rooms.map((one) => ({ ...one, siteId: 'rodez' }));
    expect(rulesBroken(plan, { rooms: moved })).toEqual(['plan.room-on-site']);
    const shut = problem.rooms.map((one) => ({
      ...one,
      closures: [{ from: '2026-10-12', to: '2026-10-12', label: 'Peinture' }],
    }));
    expect(rulesBroken(plan, { rooms: shut })).toEqual(['plan.room-open']);
    expect(rulesBroken(change(4, { roomId: 'Salle 2' }))).toEqual(['plan.room-free']);
  });

  it('says what the room lacks; capitals and accents are no lack', () => {
    const [finding] = checkPlan(problem, change(2, { roomId: 'Salle 1' }));
    expect(finding?.message).toBe('Salle 1 n’est pas équipée de mannequin (AFGSU 1).');
    const rooms = problem.rooms.map((one) => ({
      ...one,
      equipment: one.equipment.map((item) => ` ${item.toUpperCase()}`),
    }));
    expect(rulesBroken(plan, { rooms })).toEqual([]);
  });

  it('the past stays: only what is locked may stand before the first day to plan', () => {
    expect(rulesBroken(plan, { placeFrom: '2026-10-06' })).toEqual(['plan.past-stays']);
    const locked = plan.slice(0, 2);
    expect(rulesBroken(plan, { placeFrom: '2026-10-06', locked })).toEqual([]);
  });

  it('what a person locked stays, trainer and room included', () => {
    const [lock] = plan;
    if (!lock) throw new Error('the plan has a first slot');
    expect(rulesBroken(plan, { locked: [lock] })).toEqual([]);
    expect(rulesBroken(change(0, { roomId: 'Salle 2' }), { locked: [lock] })).toEqual([
      'plan.locks-kept',
    ]);
  });

  it('what a person accepted of a half-day holds, until something else breaks it', () => {
    const idle = withTrainer('Mme Roy', { works: [] });
    const accepted = plan.map((slot) =>
      slot.trainerId === 'Mme Roy' ? { ...slot, accepted: ['plan.trainer-works'] } : slot,
    );
    expect(rulesBroken(accepted, idle)).toEqual([]);
    const absences = [{ from: '2026-10-06', to: '2026-10-06', label: 'Arrêt' }];
    expect(rulesBroken(accepted, withTrainer('Mme Roy', { works: [], absences }))).toEqual([
      'plan.trainer-absent',
    ]);
    const early = change(6, { date: '2026-10-05', halfDay: 'afternoon', startsAt: 810 });
    expect(rulesBroken(early.map((slot) => ({ ...slot, accepted: ['plan.order'] })))).not.toContain(
      'plan.order',
    );
    expect(rulesBroken(early)).toContain('plan.order');
  });
});
