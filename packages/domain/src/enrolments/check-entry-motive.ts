import type { Finding } from '../finding.ts';
import type { Decision } from '../reason.ts';
import type { EntryOutcome } from './check-entry.ts';

/**
 * Going on although the entry conditions are not met takes a motive (DOMAIN 5.1): the software
 * proposes, people decide. `[]` when they are met, not known yet, or when a motive is there.
 *
 * @param ask where to say it, the end of the sentence: « Indiquez pourquoi … »
 */
export function checkEntryMotive(
  entry: Decision<EntryOutcome>,
  motive: string | null,
  ask: string,
): readonly Finding[] {
  if (entry.outcome !== 'not_eligible' || motive?.trim()) return [];
  const unmet = entry.reasons.find(({ met }) => !met);
  return [
    {
      rule: 'enrolment.entry-motive',
      severity: 'error',
      path: '/entryMotive',
      message: `${unmet?.facts ?? 'Les conditions d’entrée ne sont pas remplies.'} ${ask}`,
      source: unmet?.source ?? 'DOMAIN 5.1',
    },
  ];
}
