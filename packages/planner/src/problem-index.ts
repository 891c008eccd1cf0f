import {
  isQualified,
  isRoomFit,
  isRoomOpen,
  isWorking,
  leaveLocked,
  listOpenHalfDays,
  mondayOf,
  type OpenHalfDay,
  type PlanCohort,
  type PlanningProblem,
  type PlanRoom,
  type PlanRun,
  type PlanSlot,
  type PlanTrainer,
} from '@jalon/domain';

/** An open half-day of a cohort, with its week. */
export interface Moment extends OpenHalfDay {
  /** The Monday of its week. */
  readonly week: string;
}

/** A run with those who may teach it and the rooms that may hold it. */
export interface RunChoice {
  readonly run: PlanRun;
  /** Its half-days that stay where they are. */
  readonly locked: readonly PlanSlot[];
  /** Ids of those who are there already: for half-days that were held, or that are locked. */
  readonly begunBy: readonly string[];
  /** Minutes of the half-days that are left to place. */
  readonly minutesLeft: readonly number[];
  /** How many of these are held at a distance: they take no room. */
  readonly remoteLeft: number;
  readonly trainers: readonly PlanTrainer[];
  readonly rooms: readonly PlanRoom[];
  /** Share of the cohort that it takes: one half for each of two groups. */
  readonly share: number;
}

/** A cohort with everything that its plan is made of. */
export interface CohortChoice {
  readonly cohort: PlanCohort;
  readonly moments: readonly Moment[];
  readonly runs: readonly RunChoice[];
}

/** Reads the problem cohort by cohort: open half-days, qualified trainers, fitting rooms. */
export const indexCohorts = (problem: PlanningProblem): readonly CohortChoice[] =>
  problem.cohorts.map((cohort) => {
    const runs = problem.runs.filter(({ cohortId }) => cohortId === cohort.id);
    return {
      cohort,
      moments: [...listOpenHalfDays(cohort)].map((half) => ({
        ...half,
        week: mondayOf(half.date),
      })),
      runs: runs.map((run) => ({
        run,
        ...beginRun(problem, run),
        trainers: problem.trainers.filter((trainer) => isQualified(trainer, run)),
        rooms: problem.rooms.filter((room) => isRoomFit(room, run, cohort.siteId)),
        share: 1 / runs.filter(({ subject }) => subject === run.subject).length,
      })),
    };
  });

/** What its locks leave to place, and who teaches it already. */
function beginRun(
  { locked: all }: PlanningProblem,
  run: PlanRun,
): Pick<RunChoice, 'locked' | 'begunBy' | 'minutesLeft' | 'remoteLeft'> {
  const left = leaveLocked(run, all);
  const begunBy = [...new Set([...run.begunBy, ...left.locked.map(({ trainerId }) => trainerId)])];
  return { ...left, begunBy };
}

/** Answers of `isWorking` and `isRoomOpen`, each computed once: a plan asks them by the million. */
export class Availability {
  private readonly known = new Map<string, boolean>();

  isWorking(trainer: PlanTrainer, moment: OpenHalfDay): boolean {
    return this.remember(`${trainer.id} ${moment.date} ${moment.halfDay}`, () =>
      isWorking(trainer, moment),
    );
  }

  isRoomOpen(room: PlanRoom, moment: OpenHalfDay): boolean {
    return this.remember(`${room.id} ${moment.date}`, () => isRoomOpen(room, moment.date));
  }

  private remember(key: string, compute: () => boolean): boolean {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const computed = compute();
    this.known.set(key, computed);
    return computed;
  }
}
