import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { Closure } from '../planning/find-day-off.ts';
import type { Rhythm } from '../planning/list-open-half-days.ts';
import type { HalfDay } from '../vocabulary.ts';

/** A half-day of every week, e.g. « le mardi matin ». */
export interface WeeklyHalfDay {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly halfDay: HalfDay;
}

export interface PlanCohort extends Rhythm {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  /** Why it begins no sooner; absent when that is its own first day, or tomorrow. */
  readonly startsBy?: 'contracts';
  /** Days of the current week on which it came already: they count in its average rhythm (H5). */
  readonly daysHeld?: readonly PlainDate[];
}

/**
 * One teaching of a module, or one evaluation, to a cohort or to one of its groups: what the plan
 * has to place. A half-day of it is one slot.
 */
export interface PlanRun {
  readonly id: string;
  readonly cohortId: string;
  /** French, e.g. « AFGSU niveau 1, groupe 2 ». */
  readonly name: string;
  /** What a trainer must be qualified for; the same for every cohort of a framework version. */
  readonly subject: string;
  /** 1, 2… when the cohort splits for this run; `null` when all of it attends. */
  readonly group: number | null;
  /** How many attend: the dispensed are not counted. */
  readonly learners: number;
  /** Minutes of each of its half-days; their sum is what the framework asks. */
  readonly slotMinutes: readonly number[];
  /** How many of its half-days are held at a distance, and stay so; absent when none. */
  readonly remoteHalfDays?: number;
  /** `full_days`: its half-days go two by two, morning and afternoon of one day. */
  readonly form: 'half_days' | 'full_days';
  /** Ids of those who taught its half-days that were held, and so are no longer to plan. */
  readonly begunBy: readonly string[];
  /** What the trainer must hold, e.g. `CESU` for the AFGSU (W1). */
  readonly accreditations: readonly string[];
  /** What the room must have. */
  readonly equipment: readonly string[];
  /** Runs that are over before this one begins. */
  readonly after: readonly string[];
  /** Last possible day, included, e.g. the eve of block 4's jury for the AFGSU. */
  readonly until: PlainDate | null;
  /** What `until` comes from when it is not the jury: the end of the contracts. */
  readonly untilBy?: 'contracts';
  /** When some who follow it attend a cohort outside the plan (W3); absent when nobody does. */
  readonly taken?: readonly LearnersTaken[];
  /** Runs of the plan's other cohorts that some of its learners follow too; absent when none. */
  readonly sharedWith?: readonly SharedRun[];
}

/** Learners who are elsewhere meanwhile. */
export interface LearnersTaken {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly cohortName: string;
  readonly learners: number;
}

export interface SharedRun {
  readonly runId: string;
  readonly learners: number;
}

export interface PlanTrainer {
  readonly id: string;
  readonly name: string;
  readonly subjects: readonly string[];
  readonly accreditations: readonly string[];
  /** Last day of those that end; the others have no end. */
  readonly accreditationEnds?: Readonly<Record<string, PlainDate>>;
  /** The half-days of a week on which the trainer works. */
  readonly works: readonly WeeklyHalfDay[];
  readonly absences: readonly Closure[];
  /** Worked, but not gladly. */
  readonly avoids: readonly WeeklyHalfDay[];
  readonly minMinutesPerWeek: number;
  readonly maxMinutesPerWeek: number;
  readonly centsPerHour: number;
}

export interface PlanRoom {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly seats: number;
  readonly equipment: readonly string[];
  readonly closures: readonly Closure[];
}

/** A trainer or a room that something outside the plan holds. */
export interface Booking {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly trainerId: string | null;
  readonly roomId: string | null;
}

/** One half-day of the plan. */
export interface PlanSlot {
  readonly runId: string;
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly trainerId: string;
  /** `null` when it is held at a distance: then it needs no room. */
  readonly roomId: string | null;
  /** Rules that a person knew it breaks when they put it there: it may go on breaking these. */
  readonly accepted?: readonly string[];
}

/** What each soft rule costs when it is not kept, in cents, so that it weighs against money. */
export interface PlanWeights {
  /** For each trainer of a run beyond the first, or beyond those who began it. */
  readonly extraTrainer: number;
  /** For each teaching day of a run beyond five in a row. */
  readonly sixthDayInARow: number;
  /** For each pause of more than 60 days inside a run. */
  readonly longPause: number;
  /** For each half-day on which the trainer would rather not work. */
  readonly avoidedHalfDay: number;
  /** For each change of room from one half-day of a cohort to its next. */
  readonly roomChange: number;
  /** For each half-day by which a cohort's week is fuller or emptier than its fair share. */
  readonly unevenWeek: number;
  /** For each hour that a trainer is short of the weekly minimum, in weeks that could hold it. */
  readonly hourBelowMinimum: number;
}

/** All that a plan has to respect. Nothing in it comes from the solver. */
export interface PlanningProblem {
  readonly cohorts: readonly PlanCohort[];
  readonly runs: readonly PlanRun[];
  readonly trainers: readonly PlanTrainer[];
  readonly rooms: readonly PlanRoom[];
  readonly bookings: readonly Booking[];
  /** Slots that stay where they are: held, signed, or locked by a person. */
  readonly locked: readonly PlanSlot[];
  /** Nothing new is placed before that day: the past stays. `null` for a plan made in advance. */
  readonly placeFrom: PlainDate | null;
  /**
   * Half-days of the eve of `placeFrom` that have not begun and cannot be held as they stand: each
   * may still be given to another trainer or room at its moment; absent when none.
   */
  readonly stillToday?: readonly Pick<PlanSlot, 'runId' | 'date' | 'startsAt'>[];
  readonly weights: PlanWeights;
}

/** Weights that a centre starts from: a change of room is a nuisance, a long pause a fault. */
export const defaultPlanWeights: PlanWeights = {
  extraTrainer: 6_000,
  sixthDayInARow: 1_500,
  longPause: 4_000,
  avoidedHalfDay: 500,
  roomChange: 100,
  unevenWeek: 1_000,
  hourBelowMinimum: 500,
};
