import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { PlainDate } from '../plain-date.ts';
import { checkSlotChange, type SlotContext } from '../planning/check-slot-change.ts';
import type { PlannedSlot } from '../planning/slot.ts';
import type { StandingSlot } from './compare-plans.ts';
import type { PlanningProblem, PlanRoom, PlanTrainer } from './planning-problem.ts';
import { prepareMoves } from './prepare-moves.ts';

/** Between which days a cohort is taught, and when it usually is. */
export interface MoveCohort extends Omit<SlotContext, 'otherSlots'> {
  readonly id: string;
}

/** Every calendar of a centre, with what its half-days to come are planned by. */
export interface MoveFacts {
  readonly cohorts: readonly MoveCohort[];
  /** All half-days that stand, past ones too: an evaluation follows its block. */
  readonly slots: readonly PlannedSlot[];
  readonly problem: Omit<PlanningProblem, 'weights'>;
  /** The half-days of `problem` to come. */
  readonly standing: readonly StandingSlot[];
}

/** Where a person puts a half-day. */
export type SlotPlace = Pick<PlannedSlot, 'date' | 'halfDay' | 'startsAt' | 'trainerId' | 'roomId'>;

export interface SlotMoves {
  /**
   * What speaks against holding the half-day there: errors, which nobody can pass, then warnings,
   * which the person weighs. `[]` when it is free.
   *
   * @throws RangeError when no such half-day stands, or the day is not a real one.
   */
  conflictsOf(slotId: string, place: SlotPlace): readonly Finding[];
}

/**
 * Makes the calendars ready for many questions about one half-day moved by hand: the rules of a
 * half-day changed by hand (`checkSlotChange`), and those of a plan on its trainer and its room that
 * the new place breaks (`prepareMoves`). The latter only warn: a person may know better.
 *
 * @throws RangeError when a day of the facts is not a real day.
 */
export function prepareSlotMoves(facts: MoveFacts): SlotMoves {
  const byId = new Map(facts.slots.map((slot) => [slot.id, slot]));
  const byCohort = groupBy(facts.slots, ({ cohortId }) => cohortId);
  const byDay = groupBy(facts.slots, ({ date }) => date);
  const cohorts = new Map(facts.cohorts.map((cohort) => [cohort.id, cohort]));
  const plan = preparePlan(facts);
  return {
    conflictsOf(slotId, place) {
      const slot = byId.get(slotId);
      const cohort = cohorts.get(slot?.cohortId ?? '');
      if (!slot || !cohort) throw new RangeError(`No half-day ${slotId} in the calendars`);
      const otherSlots = [
        ...(byCohort.get(slot.cohortId) ?? []),
        ...listOthers(byDay, place.date, slot.cohortId),
      ];
      const byHand = checkSlotChange({ ...slot, ...place }, { ...cohort, otherSlots });
      return [...byHand, ...plan(slotId, place)].toSorted((a, b) => rankOf(a) - rankOf(b));
    },
  };
}

const rankOf = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);

const listOthers = (
  byDay: ReadonlyMap<PlainDate, readonly PlannedSlot[]>,
  date: PlainDate,
  cohortId: string,
) => (byDay.get(date) ?? []).filter((other) => other.cohortId !== cohortId);

/** The plan's rules that a change by hand does not know in its own words, and what they weigh. */
const planRules: Readonly<Record<string, Finding['severity']>> = {
  'past-stays': 'error',
  'locks-kept': 'error',
  'trainer-qualified': 'warning',
  'trainer-works': 'warning',
  'trainer-week': 'warning',
  'room-fits': 'warning',
  'room-open': 'warning',
  'before-limit': 'warning',
  'full-days': 'warning',
};

function preparePlan({ problem, standing }: MoveFacts): SlotMoves['conflictsOf'] {
  const full: PlanningProblem = {
    ...problem,
    weights: noWeights,
    trainers: [...problem.trainers, standInTrainer(problem)],
    rooms: [...problem.rooms, ...standInRooms(problem)],
  };
  const siteOf = (runId: string) => {
    const run = problem.runs.find(({ id }) => id === runId);
    return problem.cohorts.find(({ id }) => id === run?.cohortId)?.siteId ?? '';
  };
  const complete = <T extends Pick<StandingSlot, 'trainerId' | 'roomId'>>(
    slot: T,
    runId: string,
  ) => ({
    ...slot,
    trainerId: slot.trainerId ?? nobody,
    roomId: slot.roomId ?? nowhere(siteOf(runId)),
  });
  const moves = prepareMoves(
    full,
    standing.map(({ id: _, ...slot }) => complete(slot, slot.runId)),
  );
  const ranks = new Map(standing.map(({ id }, rank) => [id, rank]));
  return (slotId, place) => {
    const rank = ranks.get(slotId);
    const runId = rank === undefined ? undefined : standing[rank]?.runId;
    if (rank === undefined || runId === undefined) return [];
    return moves.conflictsOf(rank, complete(place, runId)).flatMap((finding) => {
      const severity = planRules[finding.rule.replace(/^plan\./, '')];
      return severity ? [{ ...finding, severity }] : [];
    });
  };
}

/** Stands in for the trainer or room that a half-day lacks: nothing speaks against them. */
const nobody = 'nobody';
const nowhere = (siteId: string): string => `nowhere ${siteId}`;
const anyTime = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, halfDay: 'morning' as const },
  { weekday, halfDay: 'afternoon' as const },
]);

const standInTrainer = ({ runs }: MoveFacts['problem']): PlanTrainer => ({
  id: nobody,
  name: '',
  subjects: runs.map(({ subject }) => subject),
  accreditations: runs.flatMap(({ accreditations }) => accreditations),
  works: anyTime,
  absences: [],
  avoids: [],
  minMinutesPerWeek: 0,
  maxMinutesPerWeek: Number.POSITIVE_INFINITY,
  centsPerHour: 0,
});

const standInRooms = ({ cohorts, runs }: MoveFacts['problem']): readonly PlanRoom[] =>
  [...new Set(cohorts.map(({ siteId }) => siteId))].map((siteId) => ({
    id: nowhere(siteId),
    name: '',
    siteId,
    seats: Number.POSITIVE_INFINITY,
    equipment: runs.flatMap(({ equipment }) => equipment),
    closures: [],
  }));

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
