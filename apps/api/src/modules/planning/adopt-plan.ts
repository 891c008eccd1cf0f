import {
  groupBy,
  isSameItem,
  minutesWaived,
  type PlainDate,
  type ProgrammeKey,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { ensureModuleRuns } from '../cohorts/module-runs.ts';
import { addPathRuns, pathDates, proposeRuns, takePlaces } from '../enrolments/enrolment-paths.ts';
import { listOfferedRuns, type OfferedRun } from '../enrolments/module-runs.ts';
import { withOwnJury } from '../juries/own-jury.ts';
import { moveSlots } from './move-slots.ts';
import type { PlannedCohort } from './opening-rules.ts';
import type { PlanChange } from './plan-change.ts';

/** Saves a new calendar: moves, adds and removes half-days; nothing recorded is touched. */
export async function adoptPlan(
  tx: Tx,
  actor: Actor,
  cohort: PlannedCohort,
  { change, moves }: PlanChange,
  today: PlainDate,
): Promise<void> {
  await ensureModuleRuns(tx, actor, [cohort]);
  const runs = await tx.moduleRun.findMany({ where: { cohortId: cohort.id } });
  const runOf = (key: ProgrammeKey): string => {
    const run = runs.find((candidate) => isSameItem(candidate, key));
    if (!run) throw new Error(`No module run for ${key.blockCode} ${key.moduleCode}`);
    return run.id;
  };
  await moveSlots(tx, moves);
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
  await proposePaths(tx, actor, [cohort], today);
}

/**
 * Gives those who were enrolled before any calendar existed, and so never had a path, the one that
 * the rules propose, each around their own jury (W3, Q18). A path that a person has chosen or cut is
 * theirs: no plan touches it.
 */
export async function proposePaths(
  tx: Tx,
  actor: Actor,
  cohorts: readonly PlannedCohort[],
  today: PlainDate,
): Promise<void> {
  const without = groupBy(
    await tx.enrolment.findMany({
      where: {
        cohortId: { in: cohorts.map(({ id }) => id) },
        state: 'active',
        pathRuns: { none: {} },
      },
      include: { dispensations: true, ...withOwnJury },
    }),
    ({ cohortId }) => cohortId,
  );
  for (const cohort of cohorts) {
    const enrolments = without.get(cohort.id);
    if (!enrolments) continue;
    const framework = toFramework(cohort.frameworkVersion);
    let runs: readonly OfferedRun[] = await listOfferedRuns(tx, cohort, framework);
    const pairs: { enrolmentId: string; moduleRunId: string }[] = [];
    for (const enrolment of enrolments) {
      const path = proposeRuns({
        framework,
        route: enrolment.route,
        ...pathDates(enrolment, today),
        // They entered with it: what it has begun meanwhile is theirs too.
        startsOn: toDay(enrolment.startsOn),
        runs,
        waived: minutesWaived(framework, enrolment.dispensations),
      });
      pairs.push(...path.map((run) => ({ enrolmentId: enrolment.id, moduleRunId: run.id })));
      runs = takePlaces(runs, path);
    }
    await addPathRuns(tx, actor, pairs);
  }
}
