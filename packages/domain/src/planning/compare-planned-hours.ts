import type { Framework } from '../frameworks/framework.ts';
import { isSameItem, listProgramme, type ProgrammeKey } from '../frameworks/list-programme.ts';

/** What the calendar plans for one module or evaluation beside what the version asks for. */
export interface PlannedHours extends ProgrammeKey {
  readonly name: string;
  readonly plannedMinutes: number;
  /** 0 for slots of a module that the version does not have. */
  readonly dueMinutes: number;
  /** Planned less due: negative when hours are missing. */
  readonly gapMinutes: number;
}

/**
 * Planned against due minutes, one row for each module and evaluation in the programme's order,
 * then one for each unknown module found in the slots (DOMAIN 12: module hours = planned hours).
 */
export function comparePlannedHours(
  framework: Framework,
  slots: readonly (ProgrammeKey & { readonly minutes: number })[],
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
    const plannedMinutes = slots
      .filter((slot) => isSameItem(slot, item))
      .reduce((total, slot) => total + slot.minutes, 0);
    return { ...item, plannedMinutes, dueMinutes, gapMinutes: plannedMinutes - dueMinutes };
  });
}
