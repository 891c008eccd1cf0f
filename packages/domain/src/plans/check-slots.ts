import type { Finding } from '../finding.ts';
import { formatLongDay, formatMinutes } from '../french-format.ts';
import { checkAttendees } from './check-attendees.ts';
import { checkAverageRhythm } from './check-average-rhythm.ts';
import { checkLearnersFree } from './check-learners-free.ts';
import { checkResources } from './check-resources.ts';
import { checkRuns } from './check-runs.ts';
import { indexProblem, type PlacedSlot } from './index-problem.ts';
import { isAhead } from './plan-calendar.ts';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';

/** Every hard rule that these slots of a plan break, `checkPlan`'s and a moved slot's alike. */
export function checkSlots(
  problem: PlanningProblem,
  slots: readonly PlacedSlot[],
): readonly Finding[] {
  const { known, unknown } = indexProblem(problem, slots);
  const accepted = new Map(slots.map(({ path, slot }) => [path, slot.accepted]));
  return [
    ...unknown,
    ...checkRuns(problem, known),
    ...checkAttendees(known),
    ...checkAverageRhythm(known),
    ...checkLearnersFree(known),
    ...checkResources(problem, known),
    ...checkLocks(problem, slots),
    ...checkPast(problem, slots),
  ].filter(({ rule, path }) => !accepted.get(path.replace(/^(\/\d+).*$/, '$1'))?.includes(rule));
}

/** What a person locked, or what was held, stays where it is. */
function checkLocks(problem: PlanningProblem, slots: readonly PlacedSlot[]): readonly Finding[] {
  const planned = new Set(slots.map(({ slot }) => identify(slot)));
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
function checkPast(problem: PlanningProblem, slots: readonly PlacedSlot[]): readonly Finding[] {
  const locks = new Set(problem.locked.map(identify));
  return slots.flatMap(({ slot, path }) =>
    !isAhead(problem, slot) && !locks.has(identify(slot))
      ? [
          {
            rule: 'plan.past-stays',
            severity: 'error' as const,
            path: `${path}/date`,
            message: `Le ${formatLongDay(slot.date)} est passé : aucun créneau ne peut y être ajouté.`,
            source: 'plan de l’année',
          },
        ]
      : [],
  );
}

/** What makes two slots the same one: a lock holds all of it. */
export const identify = (slot: PlanSlot): string =>
  [slot.runId, slot.date, slot.startsAt, slot.minutes, slot.trainerId, slot.roomId].join(' ');
