import { groupBy, type PlanSession } from '@jalon/domain';
import type { Roomed } from './choose-rooms.ts';
import type { CohortChoice } from './problem-index.ts';

/**
 * The locked half-days as they are, the others with their minutes: full ones first, a shorter one
 * last.
 */
export function listSessions(
  choice: CohortChoice,
  roomed: readonly Roomed[],
): readonly PlanSession[] {
  const byCourse = groupBy(roomed, ({ courseId }) => courseId);
  return choice.courses.flatMap(({ course, sessions, locked }) => {
    const minutes = sessions.toSorted((a, b) => b - a);
    const ordered = (byCourse.get(course.id) ?? []).toSorted((a, b) =>
      compareMoments(a.moment, b.moment),
    );
    const added = ordered.map((one, index) => ({
      courseId: course.id,
      date: one.moment.date,
      halfDay: one.moment.halfDay,
      startsAt: one.moment.startsAt,
      minutes: minutes[index] ?? 0,
      trainerId: one.trainerId,
      roomId: one.roomId,
    }));
    return [...locked, ...added];
  });
}

export type Start = { readonly date: string; readonly startsAt: number };

/** Negative when `a` starts before `b`. */
export const compareMoments = (a: Start, b: Start): number =>
  a.date === b.date ? a.startsAt - b.startsAt : a.date < b.date ? -1 : 1;
