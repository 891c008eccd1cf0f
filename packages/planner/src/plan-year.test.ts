import { checkPlan, type PlanningProblem, type PlanSession } from '@jalon/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawAfbbYear, drawTwentyCohorts } from './instances.ts';
import { type PlannedYear, planYear } from './plan-year.ts';

const problem = drawAfbbYear(1);
let year: PlannedYear;

beforeAll(async () => {
  year = await planYear(problem, { seconds: 60, gap: 0.02 });
}, 180_000);

describe('a year planned by the solver: afbb, 371 h and evaluations, 6 trainers, 3 rooms', () => {
  it('breaks no hard rule, says the independent checker', () => {
    expect(year.status).toBe('complete');
    expect(checkPlan(problem, year.sessions)).toEqual([]);
  });

  it('is proven near the best: its bound is below its score, within the gap that was asked', () => {
    expect(year.boundCents).toBeGreaterThan(0);
    expect(year.boundCents).toBeLessThanOrEqual(year.score.cents);
    expect(year.gap).toBeLessThanOrEqual(0.02);
  });

  it('keeps what is locked, and counts it', async () => {
    const locked = year.sessions.filter((_, index) => index % 4 === 0);
    const again = await planYear({ ...problem, locked }, { seconds: 60, gap: 0.05 });
    expect(checkPlan({ ...problem, locked }, again.sessions)).toEqual([]);
    expect(again.boundCents).toBeLessThanOrEqual(again.score.cents);
  }, 120_000);

  it('stops when it is cancelled and gives back what it has', async () => {
    const cancelled = await planYear(problem, { seconds: 60, gap: 0, isCancelled: () => true });
    expect(cancelled).toMatchObject({ status: 'partial', sessions: [], unplaced: ['afbb'] });
  });

  it('tells how far it is, with the bound', async () => {
    const phases: string[] = [];
    await planYear(problem, {
      seconds: 60,
      gap: 0.05,
      onProgress: ({ phase, boundCents }) => {
        expect(boundCents).toBeGreaterThan(0);
        phases.push(phase);
      },
    });
    expect(phases.slice(0, 2)).toEqual(['trainers', 'calendar']);
  }, 120_000);
});

/** Each hard rule, and how a plan that keeps it is made to break it. */
type Break = (one: PlanSession) => {
  readonly sessions?: (all: readonly PlanSession[]) => readonly PlanSession[];
  readonly problem?: Partial<PlanningProblem>;
};
const replace = (changes: Partial<PlanSession>) => (one: PlanSession) => ({
  sessions: (all: readonly PlanSession[]) =>
    all.map((other) => (other === one ? { ...one, ...changes } : other)),
});
const eve = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const changeTrainer = (changes: object) => (one: PlanSession) => ({
  problem: {
    trainers: problem.trainers.map((other) =>
      other.id === one.trainerId ? { ...other, ...changes } : other,
    ),
  },
});
const changeRoom = (changes: object) => (one: PlanSession) => ({
  problem: {
    rooms: problem.rooms.map((other) =>
      other.id === one.roomId ? { ...other, ...changes } : other,
    ),
  },
});
const booking = { trainerId: null, roomId: null };

const breaks: readonly (readonly [rule: string, make: Break])[] = [
  ['plan.names-known', replace({ trainerId: 'nobody' })],
  ['plan.exact-hours', (one) => ({ sessions: (all) => all.filter((other) => other !== one) })],
  ['plan.exact-hours', (one) => replace({ minutes: one.minutes - 30 })(one)],
  ['plan.not-on-sunday', replace({ date: '2026-11-15' })],
  ['plan.not-on-public-holiday', replace({ date: '2027-03-29' })],
  ['plan.not-on-closed-month', replace({ date: '2027-07-05' })],
  ['plan.not-on-closure', replace({ date: '2026-12-21' })],
  ['plan.usual-weekday', replace({ date: '2026-11-12' })],
  [
    'plan.within-cohort',
    () => ({
      problem: { cohorts: problem.cohorts.map((one) => ({ ...one, endsOn: one.startsOn })) },
    }),
  ],
  ['plan.is-half-day', (one) => replace({ startsAt: one.startsAt + 15 })(one)],
  ['plan.trainer-qualified', changeTrainer({ subjects: [] })],
  [
    'plan.trainer-works',
    (one) => changeTrainer({ absences: [{ from: one.date, to: one.date, label: 'Arrêt' }] })(one),
  ],
  ['plan.trainer-week', changeTrainer({ maxMinutesPerWeek: 60 })],
  [
    'plan.trainer-free',
    (one) => ({ problem: { bookings: [{ ...booking, ...one, roomId: null }] } }),
  ],
  [
    'plan.room-free',
    (one) => ({ problem: { bookings: [{ ...booking, ...one, trainerId: null }] } }),
  ],
  ['plan.room-fits', changeRoom({ seats: 1 })],
  ['plan.room-fits', changeRoom({ siteId: 'elsewhere' })],
  [
    'plan.room-open',
    (one) => changeRoom({ closures: [{ from: one.date, to: one.date, label: 'Eau' }] })(one),
  ],
  [
    'plan.before-limit',
    (one) => ({
      problem: {
        courses: problem.courses.map((course) =>
          course.id === one.courseId ? { ...course, until: eve(one.date) } : course,
        ),
      },
    }),
  ],
  [
    'plan.order',
    (one) => ({
      problem: {
        courses: problem.courses.map((course) =>
          course.id === one.courseId ? { ...course, after: [course.id] } : course,
        ),
      },
    }),
  ],
  ['plan.locks-kept', (one) => ({ problem: { locked: [{ ...one, roomId: 'another' }] } })],
  [
    'plan.group-free',
    (one) => ({
      sessions: (all) => {
        const other = all.find(({ courseId }) => courseId !== one.courseId) ?? one;
        const { date, halfDay, startsAt } = other;
        return replace({ date, halfDay, startsAt })(one).sessions(all);
      },
    }),
  ],
];

describe('the checker finds every rule broken on purpose, wherever it is broken', () => {
  it.each(breaks)('%s', (rule, make) => {
    fc.assert(
      fc.property(fc.nat(year.sessions.length - 1), (index) => {
        const one = year.sessions[index];
        if (!one) throw new Error('a plan has sessions');
        const { sessions = (all) => all, problem: changes = {} } = make(one);
        const findings = checkPlan({ ...problem, ...changes }, sessions(year.sessions));
        expect(findings.map((finding) => finding.rule)).toContain(rule);
      }),
      { numRuns: 25 },
    );
  });
});

describe('instances of the bench', () => {
  it('the same seed draws the same instance', () => {
    expect(drawTwentyCohorts(3)).toEqual(drawTwentyCohorts(3));
    expect(drawTwentyCohorts(3)).not.toEqual(drawTwentyCohorts(4));
  });
});
