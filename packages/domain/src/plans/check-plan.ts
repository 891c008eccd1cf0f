import type { Finding } from '../finding.ts';
import { checkSlots } from './check-slots.ts';
import { placeSlots } from './index-problem.ts';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';

/**
 * Every hard rule that a plan breaks, as errors; `[]` when it may be held as it is. It reads the
 * rules and the plan alone, whoever made it, so that the solver is never its own judge.
 * `path` points into the slots, e.g. `/12`, or is `` for what a run as a whole lacks.
 *
 * @throws RangeError when a day of the plan or of the problem is not a real day.
 */
export const checkPlan = (
  problem: PlanningProblem,
  slots: readonly PlanSlot[],
): readonly Finding[] => checkSlots(problem, placeSlots(slots));
