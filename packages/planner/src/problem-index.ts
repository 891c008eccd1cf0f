import {
  type Course,
  isQualified,
  isRoomFit,
  isRoomOpen,
  isWorking,
  listOpenHalfDays,
  mondayOf,
  type OpenHalfDay,
  type PlanCohort,
  type PlanningProblem,
  type PlanRoom,
  type PlanSession,
  type PlanTrainer,
} from '@jalon/domain';

/** An open half-day of a cohort, with its week. */
export interface Moment extends OpenHalfDay {
  /** The Monday of its week. */
  readonly week: string;
}

/** A course with those who may teach it and the rooms that may hold it. */
export interface CourseChoice {
  readonly course: Course;
  /** Its half-days that stay where they are. */
  readonly locked: readonly PlanSession[];
  /** Minutes of the half-days that are left to place. */
  readonly sessions: readonly number[];
  readonly trainers: readonly PlanTrainer[];
  readonly rooms: readonly PlanRoom[];
  /** Share of the cohort that it takes: one half for each of two groups. */
  readonly share: number;
}

/** A cohort with everything that its plan is made of. */
export interface CohortChoice {
  readonly cohort: PlanCohort;
  readonly moments: readonly Moment[];
  readonly courses: readonly CourseChoice[];
}

/** Reads the problem cohort by cohort: open half-days, qualified trainers, fitting rooms. */
export const indexCohorts = (problem: PlanningProblem): readonly CohortChoice[] =>
  problem.cohorts.map((cohort) => {
    const courses = problem.courses.filter(({ cohortId }) => cohortId === cohort.id);
    return {
      cohort,
      moments: [...listOpenHalfDays(cohort)].map((half) => ({
        ...half,
        week: mondayOf(half.date),
      })),
      courses: courses.map((course) => ({
        course,
        ...leaveLocked(problem, course),
        trainers: problem.trainers.filter((trainer) => isQualified(trainer, course)),
        rooms: problem.rooms.filter((room) => isRoomFit(room, course, cohort.siteId)),
        share: 1 / courses.filter(({ subject }) => subject === course.subject).length,
      })),
    };
  });

function leaveLocked(
  problem: PlanningProblem,
  course: Course,
): Pick<CourseChoice, 'locked' | 'sessions'> {
  const locked = problem.locked.filter(({ courseId }) => courseId === course.id);
  const sessions = [...course.sessions];
  for (const { minutes } of locked) {
    const index = sessions.indexOf(minutes);
    // A lock of another length takes the place of a half-day all the same.
    if (sessions.length > 0) sessions.splice(index === -1 ? 0 : index, 1);
  }
  return { locked, sessions };
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
