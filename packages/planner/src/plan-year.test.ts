import { checkPlan, keepCohorts, type PlanningProblem, type PlanSlot } from '@jalon/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawAfbbYear, drawTwentyCohorts } from './instances.ts';
import { type PlannedYear, planYear } from './plan-year.ts';

const problem = drawAfbbYear(1);
const byDate = (a: PlanSlot, b: PlanSlot) =>
  `${a.date} ${a.startsAt}`.localeCompare(`${b.date} ${b.startsAt}`);
let year: PlannedYear;

beforeAll(async () => {
  year = await planYear(problem, { seconds: 60, gap: 0.02 });
}, 180_000);

describe('a year planned by the solver: afbb, 371 h and evaluations, 6 trainers, 3 rooms', () => {
  it('breaks no hard rule, says the independent checker', () => {
    expect(year.status).toBe('complete');
    expect(checkPlan(problem, year.slots)).toEqual([]);
  });

  it('is proven near the best: its bound is below its score, within the gap that was asked', () => {
    expect(year.boundCents).toBeGreaterThan(0);
    expect(year.boundCents).toBeLessThanOrEqual(year.score.cents);
    expect(year.gap).toBeLessThanOrEqual(0.02);
  });

  it('is proven within 1 % whoever the trainers are, and breaks no hard rule', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const drawn = drawAfbbYear(seed);
      const { slots, gap } = await planYear(drawn, { seconds: 60, gap: 0.01 });
      expect(checkPlan(drawn, slots)).toEqual([]);
      expect(gap).toBeLessThanOrEqual(0.01);
    }
  }, 120_000);

  it('begins after the positioning, and comes two days a week on average out of three (H5)', async () => {
    const cohorts = problem.cohorts.map((one) => ({
      ...one,
      positioningOn: '2026-09-14',
      weekdays: [1, 2, 4],
      daysPerWeek: 2,
    }));
    const rules = { ...problem, cohorts };
    const averaged = await planYear(rules, { seconds: 60, gap: 0.05 });
    expect(averaged.status).toBe('complete');
    expect(checkPlan(rules, averaged.slots)).toEqual([]);
    const loose = { ...rules, cohorts: cohorts.map((one) => ({ ...one, daysPerWeek: 1 })) };
    expect(checkPlan(loose, averaged.slots).map(({ rule }) => rule)).toContain(
      'plan.average-rhythm',
    );
  }, 120_000);

  it('two cohorts that share learners are never held at once, others outside the plan neither (W3)', async () => {
    const small = problem.runs.slice(0, 3);
    const ids = (prefix: string) => small.map(({ id }) => `${prefix}${id}`);
    const elsewhere = {
      date: '2026-09-07',
      startsAt: 540,
      minutes: 210,
      cohortName: 'Ailleurs',
      learners: 1,
    };
    const makeRuns = (prefix: string, other: string) =>
      small.map((run) => ({
        ...run,
        id: `${prefix}${run.id}`,
        cohortId: prefix,
        after: [],
        taken: [elsewhere],
        sharedWith: ids(other).map((runId) => ({ runId, learners: 1 })),
      }));
    const [cohort] = problem.cohorts;
    if (!cohort) throw new Error('the instance has a cohort');
    const two: PlanningProblem = {
      ...problem,
      cohorts: ['a', 'b'].map((id) => ({ ...cohort, id, name: id, endsOn: '2026-12-15' })),
      runs: [...makeRuns('a', 'b'), ...makeRuns('b', 'a')],
    };
    const found = await planYear(two, { seconds: 60, gap: 0.05 });
    expect(found.status).toBe('complete');
    expect(checkPlan(two, found.slots)).toEqual([]);
    const moments = found.slots.map(({ date, startsAt }) => `${date} ${startsAt}`);
    expect(new Set(moments).size).toBe(moments.length);
    expect(moments).not.toContain('2026-09-07 540');
  }, 120_000);

  it('keeps what is locked, and counts it', async () => {
    const locked = year.slots.filter((_, index) => index % 4 === 0);
    const again = await planYear({ ...problem, locked }, { seconds: 60, gap: 0.05 });
    expect(checkPlan({ ...problem, locked }, again.slots)).toEqual([]);
    expect(again.boundCents).toBeLessThanOrEqual(again.score.cents);
  }, 120_000);

  it('stops when it is cancelled and gives back what it has', async () => {
    const cancelled = await planYear(problem, { seconds: 60, gap: 0, isCancelled: () => true });
    expect(cancelled).toMatchObject({ status: 'partial', slots: [], unplaced: ['afbb'] });
    const locked = year.slots.slice(0, 3);
    const kept = await planYear(
      { ...problem, locked },
      { seconds: 60, gap: 0, isCancelled: () => true },
    );
    expect([...kept.slots].sort(byDate)).toEqual([...locked].sort(byDate));
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
type Break = (one: PlanSlot) => {
  readonly slots?: (all: readonly PlanSlot[]) => readonly PlanSlot[];
  readonly problem?: Partial<PlanningProblem>;
};
const replace = (changes: Partial<PlanSlot>) => (one: PlanSlot) => ({
  slots: (all: readonly PlanSlot[]) =>
    all.map((other) => (other === one ? { ...one, ...changes } : other)),
});
const eve = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const changeTrainer = (changes: object) => (one: PlanSlot) => ({
  problem: {
    trainers: problem.trainers.map((other) =>
      other.id === one.trainerId ? { ...other, ...changes } : other,
    ),
  },
});
const changeRoom = (changes: object) => (one: PlanSlot) => ({
  problem: {
    rooms: problem.rooms.map((other) =>
      other.id === one.roomId ? { ...other, ...changes } : other,
    ),
  },
});
const booking = { trainerId: null, roomId: null };

const breaks: readonly (readonly [rule: string, make: Break])[] = [
  ['plan.names-known', replace({ trainerId: 'nobody' })],
  ['plan.exact-hours', (one) => ({ slots: (all) => all.filter((other) => other !== one) })],
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
  [
    'plan.after-positioning',
    (one) => ({
      problem: { cohorts: problem.cohorts.map((other) => ({ ...other, positioningOn: one.date })) },
    }),
  ],
  [
    'plan.average-rhythm',
    () => ({ problem: { cohorts: problem.cohorts.map((one) => ({ ...one, daysPerWeek: 1 })) } }),
  ],
  [
    'plan.learners-free',
    (one) => ({
      problem: {
        runs: problem.runs.map((run) =>
          run.id === one.runId
            ? { ...run, taken: [{ ...one, cohortName: 'Ailleurs', learners: 1 }] }
            : run,
        ),
      },
    }),
  ],
  ['plan.is-half-day', (one) => replace({ startsAt: one.startsAt + 15 })(one)],
  ['plan.trainer-qualified', changeTrainer({ subjects: [] })],
  [
    'plan.trainer-absent',
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
  ['plan.trainer-works', changeTrainer({ works: [] })],
  ['plan.remote-half-days', replace({ roomId: null })],
  ['plan.room-seats', changeRoom({ seats: 1 })],
  ['plan.room-on-site', changeRoom({ siteId: 'elsewhere' })],
  [
    'plan.room-equipped',
    (one) => ({
      problem: {
        runs: problem.runs.map((run) =>
          run.id === one.runId ? { ...run, equipment: ['postes informatiques'] } : run,
        ),
      },
    }),
  ],
  [
    'plan.room-open',
    (one) => changeRoom({ closures: [{ from: one.date, to: one.date, label: 'Eau' }] })(one),
  ],
  [
    'plan.before-limit',
    (one) => ({
      problem: {
        runs: problem.runs.map((run) =>
          run.id === one.runId ? { ...run, until: eve(one.date) } : run,
        ),
      },
    }),
  ],
  [
    'plan.order',
    (one) => ({
      problem: {
        runs: problem.runs.map((run) => (run.id === one.runId ? { ...run, after: [run.id] } : run)),
      },
    }),
  ],
  [
    'plan.full-days',
    (one) => ({
      problem: {
        runs: problem.runs.map((run) =>
          run.id === one.runId ? { ...run, form: 'full_days' as const } : run,
        ),
      },
      slots: (all) =>
        all.filter(
          (other) => other === one || other.runId !== one.runId || other.date !== one.date,
        ),
    }),
  ],
  ['plan.day-at-most-7h', (one) => replace({ minutes: 421 })(one)],
  ['plan.past-stays', (one) => ({ problem: { placeFrom: `${one.date}z` } })],
  ['plan.locks-kept', (one) => ({ problem: { locked: [{ ...one, roomId: 'another' }] } })],
  [
    'plan.group-free',
    (one) => ({
      slots: (all) => {
        const other = all.find(({ runId }) => runId !== one.runId) ?? one;
        const { date, halfDay, startsAt } = other;
        return replace({ date, halfDay, startsAt })(one).slots(all);
      },
    }),
  ],
];

describe('the checker finds every rule broken on purpose, wherever it is broken', () => {
  it.each(breaks)('%s', (rule, make) => {
    fc.assert(
      fc.property(fc.nat(year.slots.length - 1), (index) => {
        const one = year.slots[index];
        if (!one) throw new Error('a plan has slots');
        const { slots = (all) => all, problem: changes = {} } = make(one);
        const findings = checkPlan({ ...problem, ...changes }, slots(year.slots));
        expect(findings.map((finding) => finding.rule)).toContain(rule);
      }),
      { numRuns: 25 },
    );
  });
});

describe('two cohorts of one plan that clash, not with a booking but with each other', () => {
  const two = keepCohorts(drawTwentyCohorts(1), ['c1', 'c2']);
  const cohortOf = new Map(two.runs.map(({ id, cohortId }) => [id, cohortId]));
  let slots: readonly PlanSlot[];
  /** Half-days of the one at the moment of one of the other's. */
  let pairs: readonly (readonly [PlanSlot, PlanSlot])[];

  beforeAll(async () => {
    ({ slots } = await planYear(two, { seconds: 60, gap: 0.05 }));
    pairs = slots.flatMap((one) =>
      slots
        .filter(
          (other) =>
            other.date === one.date &&
            other.startsAt === one.startsAt &&
            cohortOf.get(other.runId) === 'c2' &&
            cohortOf.get(one.runId) === 'c1',
        )
        .map((other) => [one, other] as const),
    );
  }, 120_000);

  it.each([
    ['plan.trainer-free', 'trainerId'],
    ['plan.room-free', 'roomId'],
  ] as const)('%s', (rule, what) => {
    expect(checkPlan(two, slots)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.nat(pairs.length - 1), fc.boolean(), (index, isFirst) => {
        const [one, other] = pairs[index] ?? [];
        if (!one || !other) throw new Error('there are such pairs');
        const [taken, broken] = isFirst ? [one, other] : [other, one];
        const clash = slots.map((slot) =>
          slot === broken ? { ...slot, [what]: taken[what] } : slot,
        );
        const found = checkPlan(two, clash).filter((finding) => finding.rule === rule);
        expect(found).toHaveLength(1);
        expect(found[0]?.message).toMatch(/pris deux fois .*Promotion c[12]\).*Promotion c[12]\)/);
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
