import type { Framework } from '../frameworks/framework.ts';
import { isSameItem, listProgramme, type ProgrammeKey } from '../frameworks/list-programme.ts';
import { groupBy } from '../group-by.ts';

/** What the calendar plans for one module or evaluation beside what the version asks for. */
export interface PlannedHours extends ProgrammeKey {
  readonly name: string;
  readonly plannedMinutes: number;
  /** 0 for slots of a module that the version does not have. */
  readonly dueMinutes: number;
  /** Planned less due: negative when hours are missing. */
  readonly gapMinutes: number;
  /** How many groups it is taught to; 1 when all of the cohort attends. */
  readonly groupCount: number;
}

/**
 * Planned against due minutes, one row for each module and evaluation in the programme's order,
 * then one for each unknown module found in the slots (DOMAIN 12: module hours = planned hours). Of
 * a module taught in groups, the group that is farthest from its hours is told.
 */
export function comparePlannedHours(
  framework: Framework,
  slots: readonly (ProgrammeKey & {
    readonly minutes: number;
    /** 1, 2… when the cohort splits for this module: each group is due all of its hours (W1). */
    readonly groupNumber?: number | null;
  })[],
): readonly PlannedHours[] {
  const programme = listProgramme(framework);
  const unknown = slots
    .filter((slot) => !programme.some((item) => isSameItem(item, slot)))
    .filter((slot, index, all) => all.findIndex((other) => isSameItem(other, slot)) === index)
    .map(({ kind, blockCode, moduleCode }) => ({
      kind,
      blockCode,
      moduleCode,
      name: moduleCode ?? `Évaluation du bloc ${blockCode}`,
      minutes: 0,
    }));
  return [...programme, ...unknown].map(({ minutes: dueMinutes, ...item }) => {
    const groups = groupBy(
      slots.filter((slot) => isSameItem(slot, item)),
      ({ groupNumber }) => groupNumber ?? 1,
    );
    const planned = [...groups.values()].map((own) =>
      own.reduce((total, { minutes }) => total + minutes, 0),
    );
    const [plannedMinutes = 0] = planned.toSorted(
      (a, b) => Math.abs(b - dueMinutes) - Math.abs(a - dueMinutes),
    );
    return {
      ...item,
      plannedMinutes,
      dueMinutes,
      gapMinutes: plannedMinutes - dueMinutes,
      groupCount: Math.max(1, groups.size),
    };
  });
}
