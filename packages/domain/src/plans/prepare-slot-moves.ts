import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { PlainDate } from '../plain-date.ts';
import { checkMovedSlot } from '../planning/check-moved-slot.ts';
import { checkSlotChange, type SlotContext } from '../planning/check-slot-change.ts';
import type { PlannedSlot } from '../planning/slot.ts';
import type { PlanningProblem, PlanRun, PlanSlot, PlanTrainer } from './planning-problem.ts';
import { type FollowingFacts, prepareLearnerChecks } from './prepare-learner-checks.ts';
import { prepareMoves } from './prepare-moves.ts';
import { runIdOf } from './run-id.ts';

/** Between which days a cohort is taught, and when it usually is. */
export interface MoveCohort extends Omit<SlotContext, 'otherSlots'> {
  readonly id: string;
}

/** Calendars of a centre, with what the half-days of some of its cohorts are planned by. */
export interface MoveFacts extends FollowingFacts {
  /** Those whose half-days are changed. */
  readonly cohorts: readonly MoveCohort[];
  /**
   * Every half-day of these cohorts that stands, past ones too: an evaluation follows its block. And
   * those of other cohorts in the weeks that are looked at: they hold trainers and rooms.
   */
  readonly slots: readonly PlannedSlot[];
  /** The half-days that a person locked. */
  readonly lockedIds: readonly string[];
  readonly today: PlainDate;
  readonly problem: Pick<PlanningProblem, 'cohorts' | 'runs' | 'trainers' | 'rooms'>;
}

/** Where a person puts a half-day. */
export type SlotPlace = Pick<PlannedSlot, 'date' | 'halfDay' | 'startsAt' | 'trainerId' | 'roomId'>;

export interface SlotMoves {
  /**
   * What speaks against a half-day as somebody wants it: errors, which nobody can pass, then
   * warnings, which the person weighs. `[]` when nothing does. An id that does not stand is that of
   * a half-day to add. Paths point into the `PlannedSlot`.
   *
   * @throws RangeError when its cohort is not in the facts, or its day is not a real one.
   */
  check(wanted: PlannedSlot): readonly Finding[];

  /**
   * The same for a half-day that stands, held elsewhere.
   *
   * @throws RangeError when no such half-day stands, or the day is not a real one.
   */
  conflictsOf(slotId: string, place: SlotPlace): readonly Finding[];

  /**
   * The plan's rules that the half-day breaks there and that the person who puts it there knows of:
   * those that the change breaks, and of `before`, accepted earlier, those that it still breaks. What
   * broke it meanwhile is not among them.
   *
   * @throws RangeError when its day is not a real one.
   */
  rulesAccepted(wanted: PlannedSlot, before: readonly string[]): readonly string[];
}

/**
 * Makes the calendars ready for many questions about one half-day added or changed by hand, typed
 * or dragged: the rules of a half-day (`checkSlotChange`, `checkMovedSlot`), those of a plan on its
 * trainer and its room that the change breaks (`prepareMoves`), and what it means to its learners
 * (`prepareLearnerChecks`). The last two only warn: a person may know better.
 *
 * @throws RangeError when a day of the facts is not a real day.
 */
export function prepareSlotMoves(facts: MoveFacts): SlotMoves {
  const byId = new Map(facts.slots.map((slot) => [slot.id, slot]));
  const byCohort = groupBy(facts.slots, ({ cohortId }) => cohortId);
  const byDay = groupBy(facts.slots, ({ date }) => date);
  const cohorts = new Map(facts.cohorts.map((cohort) => [cohort.id, cohort]));
  const locked = new Set(facts.lockedIds);
  const { today } = facts;
  const { check: checkPlan, rulesAccepted } = preparePlan(facts);
  const checkLearners = prepareLearnerChecks(facts);
  const check = (wanted: PlannedSlot): readonly Finding[] => {
    const cohort = cohorts.get(wanted.cohortId);
    if (!cohort) throw new RangeError(`No cohort ${wanted.cohortId} in the calendars`);
    const otherSlots = [
      ...(byCohort.get(wanted.cohortId) ?? []),
      ...listOthers(byDay, wanted.date, wanted.cohortId),
    ];
    const before = {
      slot: byId.get(wanted.id) ?? null,
      isLocked: locked.has(wanted.id),
      today,
    };
    return [
      ...checkMovedSlot(wanted, before),
      ...checkSlotChange(wanted, { ...cohort, otherSlots }),
      ...checkPlan(wanted),
      ...checkLearners(wanted, before.slot),
    ].toSorted((a, b) => rankOf(a) - rankOf(b));
  };
  return {
    check,
    rulesAccepted,
    conflictsOf(slotId, place) {
      const slot = byId.get(slotId);
      if (!slot) throw new RangeError(`No half-day ${slotId} in the calendars`);
      return check({ ...slot, ...place });
    },
  };
}

const rankOf = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);

const listOthers = (
  byDay: ReadonlyMap<PlainDate, readonly PlannedSlot[]>,
  date: PlainDate,
  cohortId: string,
) => (byDay.get(date) ?? []).filter((other) => other.cohortId !== cohortId);

/** The plan's rules that a change by hand does not know in its own words: a person weighs them. */
const weighedRules: ReadonlySet<string> = new Set([
  'plan.trainer-absent',
  'plan.trainer-qualified',
  'plan.trainer-works',
  'plan.trainer-week',
  'plan.room-equipped',
  'plan.room-on-site',
  'plan.room-open',
  'plan.room-seats',
  'plan.average-rhythm',
  'plan.before-limit',
  'plan.full-days',
  'plan.order',
]);

function preparePlan({ problem, slots }: MoveFacts): Pick<SlotMoves, 'check' | 'rulesAccepted'> {
  const full: PlanningProblem = {
    ...problem,
    runs: problem.runs.map(withoutBlockOrder),
    bookings: slots.filter(isElsewhere(problem)),
    locked: [],
    placeFrom: null,
    weights: noWeights,
    trainers: [...problem.trainers, standInTrainer(nobody, problem.runs)],
  };
  const cohortIds = new Set(problem.cohorts.map(({ id }) => id));
  const toPlanSlot = (slot: PlannedSlot): PlanSlot => ({
    runId: runIdOf(slot.cohortId, slot, slot.groupNumber ?? 1),
    date: slot.date,
    halfDay: slot.halfDay,
    startsAt: slot.startsAt,
    minutes: slot.minutes,
    trainerId: slot.trainerId ?? nobody,
    roomId: slot.roomId,
  });
  const own = slots.filter(({ cohortId }) => cohortIds.has(cohortId));
  const moves = prepareMoves(full, own.map(toPlanSlot));
  const ranks = new Map(own.map(({ id }, rank) => [id, rank]));
  const conflictsWith = (wanted: PlannedSlot) =>
    moves.conflictsWith(ranks.get(wanted.id) ?? null, toPlanSlot(wanted));
  return {
    check: (wanted) =>
      conflictsWith(wanted)
        .filter(({ rule }) => weighedRules.has(rule))
        .map((finding) => ({
          ...finding,
          severity: 'warning',
          path: finding.path.replace(/^\/\d+/, ''),
        })),
    rulesAccepted(wanted, before) {
      const known = new Set([...before, ...conflictsWith(wanted).map(({ rule }) => rule)]);
      const others = own.filter(({ id }) => id !== wanted.id).map(toPlanSlot);
      const broken = prepareMoves(full, others).conflictsWith(null, toPlanSlot(wanted));
      // What has no path is the run's, such as its hours: nobody accepts that with a half-day.
      const rules = broken.filter(({ path }) => path !== '').map(({ rule }) => rule);
      return [...new Set(rules)].filter((rule) => known.has(rule));
    },
  };
}

/** An evaluation before the end of its block is told by the half-day's own rules. */
const withoutBlockOrder = (run: PlanRun): PlanRun =>
  run.subject.endsWith('/evaluation') ? { ...run, after: [] } : run;

const isElsewhere = ({ cohorts }: MoveFacts['problem']) => {
  const own = new Set(cohorts.map(({ id }) => id));
  return ({ cohortId }: PlannedSlot): boolean => !own.has(cohortId);
};

const nobody = 'nobody';
const anyTime = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, halfDay: 'morning' as const },
  { weekday, halfDay: 'afternoon' as const },
]);

/** Stands in for the trainer that a half-day lacks: nothing speaks against them. */
export const standInTrainer = (id: string, runs: readonly PlanRun[]): PlanTrainer => ({
  ...trainerWithoutWeek({ id, name: '', accreditations: [] }, runs),
  accreditations: runs.flatMap(({ accreditations }) => accreditations),
});

/**
 * A trainer whose week and subjects nobody typed: nothing is known against any half-day but an
 * accreditation that it asks (W1).
 */
export const trainerWithoutWeek = (
  known: Pick<PlanTrainer, 'id' | 'name' | 'accreditations' | 'accreditationEnds'>,
  runs: readonly PlanRun[],
): PlanTrainer => ({
  ...known,
  subjects: runs.map(({ subject }) => subject),
  works: anyTime,
  absences: [],
  avoids: [],
  minMinutesPerWeek: 0,
  maxMinutesPerWeek: Number.MAX_SAFE_INTEGER,
  centsPerHour: 0,
});

/** Hard rules weigh nothing. */
const noWeights = {
  extraTrainer: 0,
  sixthDayInARow: 0,
  longPause: 0,
  avoidedHalfDay: 0,
  roomChange: 0,
  unevenWeek: 0,
  hourBelowMinimum: 0,
};
