import type { Finding } from '../finding.ts';
import { countNoun } from '../french-format.ts';

/**
 * Warns when a cohort takes more learners than its places. Never an error: the centre may add a
 * chair, and a learner may leave.
 *
 * @param enrolled learners once the ones considered are counted.
 */
export function checkCapacity(enrolled: number, capacity: number): readonly Finding[] {
  if (enrolled <= capacity) return [];
  return [
    {
      rule: 'cohort.capacity',
      severity: 'warning',
      path: '/cohortId',
      message: `Cette cohorte compterait ${countNoun(enrolled, 'apprenant')} pour ${countNoun(capacity, 'place')}.`,
      source: 'Effectif de la cohorte',
    },
  ];
}
