import type { Finding } from '../finding.ts';
import { countNoun, formatTime } from '../french-format.ts';
import { endOfSlot, overlaps, type PlannedSlot } from './slot.ts';

/** A half-day of another cohort, with those who follow both it and the changed one. */
export interface SharedSlot {
  readonly slot: Pick<PlannedSlot, 'date' | 'startsAt' | 'minutes'>;
  readonly cohortName: string;
  readonly learnerNames: readonly string[];
}

const namesShown = 3;

/**
 * Warns of learners who would have to be in two places: a path may cross several cohorts (W3), and
 * real intervals are compared.
 */
export const checkLearnerClashes = (
  change: Pick<PlannedSlot, 'date' | 'startsAt' | 'minutes'>,
  shared: readonly SharedSlot[],
): readonly Finding[] =>
  shared
    .filter(({ slot, learnerNames }) => learnerNames.length > 0 && overlaps(change, slot))
    .map(({ slot, cohortName, learnerNames }) => ({
      rule: 'slot.learners-free',
      severity: 'warning',
      path: '/startsAt',
      message: `${countNoun(learnerNames.length, 'apprenant')} (${listNames(learnerNames)}) ${learnerNames.length < 2 ? 'suit' : 'suivent'} déjà « ${cohortName} » de ${formatTime(slot.startsAt)} à ${formatTime(endOfSlot(slot))} ce jour-là.`,
      source: 'DOMAIN 12, W3',
    }));

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown}…` : shown;
}
