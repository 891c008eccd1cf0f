import type { Finding } from '../finding.ts';
import { countNoun } from '../french-format.ts';

/**
 * Whether a cohort may be given that many places: at least one for each learner already enrolled.
 * One enrolment too many is only warned of; a number of places known to be false is refused.
 */
export function checkPlaces(capacity: number, enrolled: number): readonly Finding[] {
  if (capacity >= enrolled) return [];
  return [
    {
      rule: 'cohort.places-for-enrolled',
      severity: 'error',
      path: '/capacity',
      message: `${countNoun(enrolled, 'apprenant')} ${enrolled < 2 ? 'est inscrit' : 'sont inscrits'} : il faut au moins autant de places.`,
      source: 'Effectif de la cohorte',
    },
  ];
}
