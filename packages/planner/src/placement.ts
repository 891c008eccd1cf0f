import type {
  PlanningProblem,
  PlanSlot,
  PlanTrainer,
  SlotStart,
  WeeklyMinimum,
} from '@jalon/domain';
import type { Term } from './mip.ts';
import type { Occupancy } from './occupancy.ts';
import type { Availability, CohortChoice, Moment, RunChoice } from './problem-index.ts';

/** A half-day of a run with its trainer; the room comes afterwards. */
export interface Placement {
  readonly runId: string;
  readonly trainerId: string;
  readonly moment: Moment;
  /** Held at a distance: it takes no room. */
  readonly isRemote: boolean;
  /** It has to be one of the run's shorter half-days: its trainer's week holds no longer one. */
  readonly isShorter?: boolean;
}

export interface PlaceRequest {
  readonly problem: PlanningProblem;
  readonly choice: CohortChoice;
  readonly availability: Availability;
  /** What the other cohorts and the bookings hold. */
  readonly occupancy: Occupancy;
  /** Who may teach a run; everybody qualified when it is not in the map. */
  readonly trainersOf: ReadonlyMap<string, readonly string[]>;
  /**
   * How far a half-day may be from its run's place in the programme, as a share of the cohort's
   * half-days: the nearer, the smaller the model. Anywhere when left out.
   */
  readonly reach?: number;
  /** How many half-days the cohorts still to place want on average at a moment, by `momentKey`. */
  readonly wanted?: ReadonlyMap<string, number>;
  /** What the plan's other cohorts hold: their learners who follow a run of this one are taken. */
  readonly others?: readonly PlanSlot[];
  /** What can be asked of each trainer's weeks, by all cohorts together; not priced when left out. */
  readonly minimums?: readonly WeeklyMinimum[];
  /**
   * Half-days to keep if they can be kept, by `keepKey` (`null`: with whoever takes it): moving one
   * costs more than all else.
   */
  readonly kept?: ReadonlySet<string>;
}

/** One half-day of the centre, whoever has it. */
export const momentKey = ({ date, startsAt }: SlotStart): string => `${date} ${startsAt}`;

/**
 * What makes a half-day the same as before: run, moment, trainer (`null` while it has none), and
 * whether it is held at a distance.
 */
export const keepKey = (
  runId: string,
  moment: SlotStart,
  trainerId: string | null,
  isRemote: boolean,
): string => `${runId} ${moment.date} ${moment.startsAt} ${trainerId} ${isRemote}`;

/** One possible half-day (or full day) of a run with one trainer. */
export interface Option {
  readonly run: RunChoice;
  readonly trainer: PlanTrainer;
  /** Indexes into the cohort's moments: one, or the two of a full day. */
  readonly at: readonly number[];
  /** How many of these, the first ones, are held at a distance. */
  readonly remote: number;
  readonly column: number;
}

/** An option once in a row. */
export const one = ({ column }: Option): Term => [column, 1];

/** Whether it takes a room at that moment, one of its own. */
export const takesRoom = ({ at, remote }: Option, index: number): boolean =>
  at.indexOf(index) >= remote;

/** Options by the moments that they take. */
export const groupByMoment = (
  options: readonly Option[],
): ReadonlyMap<number, readonly Option[]> => {
  const groups = new Map<number, Option[]>();
  for (const option of options) {
    for (const index of option.at) {
      const group = groups.get(index);
      if (group) group.push(option);
      else groups.set(index, [option]);
    }
  }
  return groups;
};
