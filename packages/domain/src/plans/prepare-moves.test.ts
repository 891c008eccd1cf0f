import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../finding.ts';
import { addDays } from '../plain-date.ts';
import { checkPlan } from './check-plan.ts';
import type { Booking, PlanningProblem, PlanSlot } from './planning-problem.ts';
import { type PlanPlace, prepareMoves } from './prepare-moves.ts';
import { plan, problem } from './test-plan.ts';

const place = (index: number, changes: Partial<PlanPlace>): PlanPlace => {
  const slot = plan[index];
  if (!slot) throw new Error(`No slot ${index}`);
  const { date, halfDay, startsAt, trainerId, roomId } = slot;
  return { date, halfDay, startsAt, trainerId, roomId, ...changes };
};

describe('a slot moved in a plan that keeps every rule', () => {
  const moves = prepareMoves(problem, plan);
  const rulesOf = (index: number, changes: Partial<PlanPlace>) =>
    moves.conflictsOf(index, place(index, changes)).map(({ rule }) => rule);

  it('left where it is has no conflict', () => {
    expect(plan.flatMap((_, index) => rulesOf(index, {}))).toEqual([]);
  });

  it('may go to a free half-day of the cohort (DOMAIN 12)', () => {
    expect(rulesOf(6, { date: '2026-10-26' })).toEqual([]);
  });

  it('conflicts on a closed day, with a course of its cohort, with its order', () => {
    expect(rulesOf(6, { date: '2026-10-19' })).toEqual(['plan.not-on-closure']);
    expect(rulesOf(6, { date: '2026-10-05' })).toEqual(
      expect.arrayContaining(['plan.group-free', 'plan.order', 'plan.day-at-most-7h']),
    );
  });

  it('conflicts with the week and the other half-days of its new trainer', () => {
    expect(rulesOf(2, { trainerId: 'Dr Blanc' })).toContain('plan.trainer-free');
    expect(rulesOf(6, { trainerId: 'M. Petit' })).toEqual(['plan.trainer-absent']);
  });

  it('says what checkPlan says, word for word', () => {
    const to = place(6, { date: '2026-10-19' });
    const moved = plan.map((slot, index) => (index === 6 ? { ...slot, ...to } : slot));
    expect(moves.conflictsOf(6, to)).toEqual(checkPlan(problem, moved));
  });

  it('refuses a slot that the plan does not have', () => {
    expect(() => moves.conflictsOf(99, place(0, {}))).toThrow(RangeError);
  });
});

/** Two cohorts, one of them one day a week on average, that share trainers and rooms, little of each, so that most moves break something. */
const shared: PlanningProblem = {
  ...problem,
  cohorts: problem.cohorts.flatMap((cohort) => [
    cohort,
    {
      ...cohort,
      id: 'novembre',
      name: 'Promotion novembre',
      positioningOn: '2026-10-04',
      daysPerWeek: 1,
    },
  ]),
  runs: problem.runs.flatMap((run) => [
    run,
    { ...run, id: `${run.id} bis`, cohortId: 'novembre', after: run.after.slice(1) },
  ]),
  trainers: problem.trainers.map((trainer) => ({ ...trainer, maxMinutesPerWeek: 420 })),
};

const anyDay = fc.integer({ min: -1, max: 9 }).map((days) => addDays('2026-10-05', days));
const anyHalfDay = fc.constantFrom(
  { halfDay: 'morning' as const, startsAt: 540 },
  { halfDay: 'afternoon' as const, startsAt: 810 },
  { halfDay: 'afternoon' as const, startsAt: 700 },
);
/** One of those names, or now and then one that the problem does not know. */
const nameOf = (known: readonly { readonly id: string }[]) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...known.map(({ id }) => id)) },
    { weight: 1, arbitrary: fc.constant('rayé') },
  );
const anyTrainer = nameOf(shared.trainers);
const anyRoom = fc.oneof(
  { weight: 4, arbitrary: nameOf(shared.rooms) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const anyPlace: fc.Arbitrary<PlanPlace> = fc
  .record({ date: anyDay, half: anyHalfDay, trainerId: anyTrainer, roomId: anyRoom })
  .map(({ half, ...rest }) => ({ ...rest, ...half }));
const anySlot: fc.Arbitrary<PlanSlot> = fc
  .record({
    runId: nameOf(shared.runs),
    minutes: fc.constantFrom(120, 210),
    at: anyPlace,
  })
  .map(({ at, ...rest }) => ({ ...rest, ...at }));
const anyBooking: fc.Arbitrary<Booking> = fc
  .record({
    at: anyPlace,
    minutes: fc.constantFrom(60, 400),
    holds: fc.constantFrom('trainer', 'room', 'both'),
  })
  .map(({ at: { date, startsAt, trainerId, roomId }, minutes, holds }) => ({
    date,
    startsAt,
    minutes,
    trainerId: holds === 'room' ? null : trainerId,
    roomId: holds === 'trainer' ? null : roomId,
  }));

const sorted = (findings: readonly Finding[]) =>
  findings.map(({ rule, path, message }) => `${rule} ${path} ${message}`).sort();

/** What is in `after` more often than in `before`. */
function listNew(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const left = [...sorted(before)];
  return sorted(after).filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('a slot moved in any plan', () => {
  it('has the conflicts that checkPlan finds after the move and not before it', () => {
    fc.assert(
      fc.property(
        fc.array(anySlot, { minLength: 1, maxLength: 20 }),
        fc.array(anyBooking, { maxLength: 4 }),
        fc.nat(3),
        fc.option(anyDay),
        fc.array(fc.tuple(fc.nat(), anyPlace), { minLength: 1, maxLength: 4 }),
        (slots, bookings, locks, placeFrom, moves) => {
          const given = { ...shared, bookings, placeFrom, locked: slots.slice(0, locks) };
          const prepared = prepareMoves(given, slots);
          const before = checkPlan(given, slots);
          for (const [any, to] of moves) {
            const at = any % slots.length;
            const after = slots.map((slot, index) => (index === at ? { ...slot, ...to } : slot));
            expect(sorted(prepared.conflictsOf(at, to))).toEqual(
              listNew(before, checkPlan(given, after)),
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('changed in any way, or one more: the same', () => {
    fc.assert(
      fc.property(
        fc.array(anySlot, { minLength: 1, maxLength: 20 }),
        fc.array(anyBooking, { maxLength: 4 }),
        fc.array(fc.tuple(fc.option(fc.nat()), anySlot), { minLength: 1, maxLength: 4 }),
        (slots, bookings, changes) => {
          const given = { ...shared, bookings };
          const prepared = prepareMoves(given, slots);
          const before = checkPlan(given, slots);
          for (const [any, slot] of changes) {
            const at = any === null ? slots.length : any % slots.length;
            const after = slots.toSpliced(at, 1, slot);
            expect(sorted(prepared.conflictsWith(any === null ? null : at, slot))).toEqual(
              listNew(before, checkPlan(given, after)),
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
