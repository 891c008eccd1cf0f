import type { StandingSlot } from './compare-plans.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { firstGroupOf } from './run-id.ts';

/** A half-day that stands although nobody comes to it, and why, in French. */
export interface IdleSlot {
  readonly slot: StandingSlot;
  readonly message: string;
}

/**
 * Half-days of a group that a smaller cohort no longer needs (W1), or of a module that everybody has
 * left: a plan or a repair takes them out. One of a module that is over, and that somebody still
 * follows, is a person's wish and stays.
 *
 * @param countFollowers how many follow a run of the calendars
 */
export function listIdleSlots(
  { runs }: Pick<PlanningProblem, 'runs'>,
  standing: readonly StandingSlot[],
  countFollowers: (runId: string) => number,
): readonly IdleSlot[] {
  const planned = new Set(runs.map(({ id }) => id));
  const items = new Set(runs.map(({ id }) => firstGroupOf(id)));
  return standing.flatMap((slot) => {
    if (planned.has(slot.runId)) return [];
    const followers = countFollowers(slot.runId);
    if (followers === 0) return [{ slot, message: nobodyComes }];
    return items.has(firstGroupOf(slot.runId)) ? [{ slot, message: joinOthers }] : [];
  });
}

const nobodyComes =
  'Plus personne ne suit ce cours avec ce groupe : la réparation l’enlève du calendrier, et son formateur est libéré.';
const joinOthers =
  'Les apprenants de la cohorte tiennent en un groupe de moins : la réparation enlève celui-ci, et les siens rejoignent l’autre.';
