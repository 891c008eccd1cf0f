import type { Database } from '@jalon/api';
import { addDays, type Framework, listProgramme, type ProgrammeItem } from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Centre } from './centre-builder.ts';

/** A cohort whose modules and evaluations have one half-day each, a week apart. */
export interface PlannedCohort {
  readonly id: string;
  readonly name: string;
  readonly frameworkVersionId: string;
  readonly framework: Framework;
  /** Runs in the programme's order, one an item. */
  readonly runs: readonly { readonly id: string; readonly item: ProgrammeItem }[];
}

export async function addPlannedCohort(
  db: Database,
  centre: Centre,
  framework: { readonly id: string; readonly content: Framework },
  more: { name?: string; startsOn?: string; capacity?: number; planned?: boolean } = {},
): Promise<PlannedCohort> {
  const id = uuidv7();
  const name = more.name ?? `Cohorte ${id.slice(-6)}`;
  const startsOn = more.startsOn ?? '2027-01-04';
  await db.system.cohort.create({
    data: {
      centreId: centre.id,
      id,
      name,
      frameworkVersionId: framework.id,
      siteId: centre.siteId,
      startsOn: new Date(startsOn),
      weekdays: [1, 2],
      minutesPerDay: 420,
      closedMonths: [],
      capacity: more.capacity ?? 14,
      state: 'planned',
    },
  });
  const runs = listProgramme(framework.content).map((item) => ({ id: uuidv7(), item }));
  if (more.planned ?? true) {
    await db.system.moduleRun.createMany({
      data: runs.map((run) => ({
        centreId: centre.id,
        id: run.id,
        cohortId: id,
        kind: run.item.kind,
        blockCode: run.item.blockCode,
        moduleCode: run.item.moduleCode,
      })),
    });
    await db.system.slot.createMany({
      data: runs.map((run, index) => ({
        centreId: centre.id,
        moduleRunId: run.id,
        cohortId: id,
        heldOn: new Date(addDays(startsOn, index * 7)),
        halfDay: 'morning' as const,
        startsAt: 540,
        minutes: 210,
      })),
    });
  }
  return { id, name, frameworkVersionId: framework.id, framework: framework.content, runs };
}
