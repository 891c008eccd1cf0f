import type { Finding } from '../finding.ts';
import { formatLongDay, formatMinutes } from '../french-format.ts';
import { checkAttendees } from './check-attendees.ts';
import { checkResources } from './check-resources.ts';
import { checkRuns } from './check-runs.ts';
import { indexProblem } from './index-problem.ts';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';

/**
 * Every hard rule that a plan breaks, as errors; `[]` when it may be held as it is. It reads the
 * rules and the plan alone, whoever made it, so that the solver is never its own judge.
 * `path` points into the slots, e.g. `/12`, or is `` for what a run as a whole lacks.
 *
 * @throws RangeError when a day of the plan or of the problem is not a real day.
 */
export function checkPlan(
  problem: PlanningProblem,
  slots: readonly PlanSlot[],
): readonly Finding[] {
  const { known, unknown } = indexProblem(problem, slots);
  return [
    ...unknown,
    ...checkRuns(problem, known),
    ...checkAttendees(known),
    ...checkResources(problem, known),
    ...checkLocks(problem, slots),
    ...checkPast(problem, slots),
  ];
}

/** What a person locked, or what was held, stays where it is. */
function checkLocks(problem: PlanningProblem, slots: readonly PlanSlot[]): readonly Finding[] {
  const planned = new Set(slots.map(identify));
  return problem.locked
    .filter((lock) => !planned.has(identify(lock)))
    .map((lock) => ({
      rule: 'plan.locks-kept',
      severity: 'error' as const,
      path: '',
      message: `Le créneau du ${formatLongDay(lock.date)} (${formatMinutes(lock.minutes)}) est verrouillé : le plan doit le garder avec son formateur et sa salle.`,
      source: 'verrou posé par une personne',
    }));
}

/** What is past stays: nothing new is placed there. */
function checkPast(
  { placeFrom, locked }: PlanningProblem,
  slots: readonly PlanSlot[],
): readonly Finding[] {
  if (placeFrom === null) return [];
  const locks = new Set(locked.map(identify));
  return slots.flatMap((slot, index) =>
    slot.date < placeFrom && !locks.has(identify(slot))
      ? [
          {
            rule: 'plan.past-stays',
            severity: 'error' as const,
            path: `/${index}/date`,
            message: `Le ${formatLongDay(slot.date)} est passé : aucun créneau ne peut y être ajouté.`,
            source: 'plan de l’année',
          },
        ]
      : [],
  );
}

const identify = (slot: PlanSlot): string =>
  [slot.runId, slot.date, slot.startsAt, slot.minutes, slot.trainerId, slot.roomId].join(' ');
