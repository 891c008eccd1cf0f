import type { Finding } from '../finding.ts';
import { checkPlan } from './check-plan.ts';
import type { SlotChange, StandingSlot } from './compare-plans.ts';
import { tellNewFaults } from './new-faults.ts';
import type { PlanningProblem, PlanRun, PlanSlot } from './planning-problem.ts';
import { standInTrainer } from './prepare-slot-moves.ts';
import { firstGroupOf, readRunId } from './run-id.ts';

/**
 * What a part of a plan's changes would break that the calendars as they stand do not: every rule of
 * `checkPlan` on both. `[]` when that part may be accepted without the rest.
 *
 * @throws RangeError when a day is not a real one, or a standing half-day's run has no id of a run.
 */
export function checkPart(
  problem: PlanningProblem,
  standing: readonly StandingSlot[],
  chosen: readonly SlotChange[],
): readonly Finding[] {
  const leaving = new Set(chosen.map(({ id }) => id));
  const all = nameAll(problem, standing);
  const staying = standing.filter(({ id }) => !leaving.has(id));
  const arriving = chosen.flatMap(({ to }) => to ?? []);
  const isNew = tellNewFaults(checkPlan(all, standing.map(toNamed(all))));
  return checkPlan(all, [...staying.map(toNamed(all)), ...arriving]).filter(
    (fault) => !incomplete.has(fault.rule) && isNew(fault),
  );
}

/**
 * Hours, and half-days at a distance, that a run has in all: a part of a plan has not all of them by
 * its nature, and what is missing stays proposed.
 */
const incomplete: ReadonlySet<string> = new Set(['plan.exact-hours', 'plan.remote-half-days']);

/**
 * The problem with what only the calendars still name: a module that is no longer to plan, nobody or
 * somebody who left as trainer. A plan has none of it, but it may meet what a part leaves as it is.
 */
function nameAll(problem: PlanningProblem, standing: readonly StandingSlot[]): PlanningProblem {
  const runs = new Set(problem.runs.map(({ id }) => id));
  const trainers = new Set(problem.trainers.map(({ id }) => id));
  const over = new Set(standing.map(({ runId }) => runId).filter((id) => !runs.has(id)));
  const gone = new Set(standing.map(trainerOf).filter((id) => !trainers.has(id)));
  const named = [...problem.runs, ...[...over].map((id) => toPastRun(id, problem.runs))];
  return {
    ...problem,
    runs: named,
    trainers: [...problem.trainers, ...[...gone].map((id) => standInTrainer(id, named))],
  };
}

/** Two half-days without a trainer do not have the same one. */
const trainerOf = ({ id, trainerId }: StandingSlot): string => trainerId ?? `nobody ${id}`;

/** A room that is no longer used is no room that a plan takes. */
const toNamed =
  ({ rooms }: PlanningProblem) =>
  (slot: StandingSlot): PlanSlot => ({
    ...slot,
    trainerId: trainerOf(slot),
    roomId: rooms.some(({ id }) => id === slot.roomId) ? slot.roomId : null,
  });

/** A module that is over or that nobody follows any more: nothing is asked of its half-days. */
function toPastRun(id: string, runs: readonly PlanRun[]): PlanRun {
  const { cohortId, moduleCode, blockCode, group } = readRunId(id);
  const isSplit =
    group > 1 ||
    runs.some((one) => one.group !== null && firstGroupOf(one.id) === firstGroupOf(id));
  return {
    id,
    cohortId,
    name: moduleCode ?? `Évaluation ${blockCode}`,
    subject: '',
    group: isSplit ? group : null,
    learners: 0,
    slotMinutes: [],
    form: 'half_days',
    begunBy: [],
    accreditations: [],
    equipment: [],
    after: [],
    until: null,
  };
}
