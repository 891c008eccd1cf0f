import { isSameItem, isWhollyWaived, minutesWaived, type ProgrammeKey } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { ensureModuleRuns } from '../cohorts/module-runs.ts';
import type { PlannedCohort } from './opening-rules.ts';
import type { PlanChange } from './plan-change.ts';

/** Saves a new calendar: moves, adds and removes half-days; nothing recorded is touched. */
export async function adoptPlan(
  tx: Tx,
  actor: Actor,
  cohort: PlannedCohort,
  { change, freed }: PlanChange,
): Promise<void> {
  await ensureModuleRuns(tx, actor, cohort);
  const runs = await tx.moduleRun.findMany({ where: { cohortId: cohort.id } });
  const runOf = (key: ProgrammeKey): string => {
    const run = runs.find((candidate) => isSameItem(candidate, key));
    if (!run) throw new Error(`No module run for ${key.blockCode} ${key.moduleCode}`);
    return run.id;
  };
  for (const { slot, to } of change.moved) {
    const loss = freed.find(({ slotId }) => slotId === slot.id);
    await tx.slot.updateMany({
      where: { id: slot.id },
      data: {
        heldOn: fromDay(to.date),
        halfDay: to.halfDay,
        startsAt: to.startsAt,
        minutes: to.minutes,
        ...(loss?.trainer ? { trainerId: null } : {}),
        ...(loss?.room ? { room: null } : {}),
        revision: { increment: 1 },
      },
    });
  }
  await tx.slot.deleteMany({ where: { id: { in: change.removed.map(({ id }) => id) } } });
  await tx.slot.createMany({
    data: change.added.map((slot) => ({
      centreId: actor.centreId,
      cohortId: cohort.id,
      moduleRunId: runOf(slot),
      heldOn: fromDay(slot.date),
      halfDay: slot.halfDay,
      startsAt: slot.startsAt,
      minutes: slot.minutes,
    })),
  });
  await completePaths(tx, actor, cohort);
}

/**
 * Gives those enrolled before the calendar existed the runs of their own cohort that start after
 * they do. Runs that began without them wait for a person to choose (Q18, W3).
 */
async function completePaths(tx: Tx, actor: Actor, cohort: PlannedCohort): Promise<void> {
  const framework = toFramework(cohort.frameworkVersion);
  const enrolments = await tx.enrolment.findMany({
    where: { cohortId: cohort.id, state: 'active' },
    include: { dispensations: true, pathRuns: { include: { moduleRun: true } } },
  });
  const runs = await tx.moduleRun.findMany({
    where: { cohortId: cohort.id },
    include: {
      slots: { where: { cancelledAt: null }, orderBy: { heldOn: 'asc' }, take: 1 },
    },
  });
  const steps = enrolments.flatMap((enrolment) => {
    const waived = minutesWaived(framework, enrolment.dispensations);
    return runs
      .filter(({ slots: [first] }) => first && toDay(first.heldOn) >= toDay(enrolment.startsOn))
      .filter((run) => !isWhollyWaived(run, waived))
      .filter((run) => !enrolment.pathRuns.some((step) => isSameItem(step.moduleRun, run)))
      .map((run) => ({
        centreId: actor.centreId,
        enrolmentId: enrolment.id,
        moduleRunId: run.id,
      }));
  });
  await tx.pathRun.createMany({ data: steps, skipDuplicates: true });
}
