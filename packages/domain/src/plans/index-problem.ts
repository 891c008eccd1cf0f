import type { Finding } from '../finding.ts';
import { formatLongDay } from '../french-format.ts';
import type {
  Course,
  PlanCohort,
  PlanningProblem,
  PlanRoom,
  PlanSession,
  PlanTrainer,
} from './planning-problem.ts';

/** A session with everything that it names. */
export interface KnownSession {
  readonly session: PlanSession;
  /** JSON pointer into the plan's sessions. */
  readonly path: string;
  readonly course: Course;
  readonly cohort: PlanCohort;
  readonly trainer: PlanTrainer;
  readonly room: PlanRoom;
}

export interface IndexedPlan {
  readonly known: readonly KnownSession[];
  readonly unknown: readonly Finding[];
}

/** Joins each session with its course, cohort, trainer and room; what names nothing is an error. */
export function indexProblem(
  problem: PlanningProblem,
  sessions: readonly PlanSession[],
): IndexedPlan {
  const courses = byId(problem.courses);
  const cohorts = byId(problem.cohorts);
  const trainers = byId(problem.trainers);
  const rooms = byId(problem.rooms);
  const known: KnownSession[] = [];
  const unknown: Finding[] = [];
  for (const [index, session] of sessions.entries()) {
    const path = `/${index}`;
    const course = courses.get(session.courseId);
    const cohort = course && cohorts.get(course.cohortId);
    const trainer = trainers.get(session.trainerId);
    const room = rooms.get(session.roomId);
    if (course && cohort && trainer && room) {
      known.push({ session, path, course, cohort, trainer, room });
    } else {
      const missing = course && cohort ? (trainer ? 'sa salle' : 'son formateur') : 'son module';
      unknown.push({
        rule: 'plan.names-known',
        severity: 'error',
        path,
        message: `Le créneau du ${formatLongDay(session.date)} nomme ce qui n’est pas dans le plan : ${missing}.`,
        source: 'plan de l’année',
      });
    }
  }
  return { known, unknown };
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
