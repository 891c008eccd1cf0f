import { isTaught } from '../frameworks/programme-of-route.ts';
import { countNoun } from '../french-format.ts';
import type { AccessRoute } from '../vocabulary.ts';
import { accessRouteNames } from './french-names.ts';

/**
 * What changing the access route takes away of a path of `length` modules and evaluations, as a
 * French sentence: all of it, on a route without training (DOMAIN 4.7). `null` when it stays.
 */
export function tellPathLost(route: AccessRoute, length: number): string | null {
  if (length === 0 || isTaught(route)) return null;
  return `${accessRouteNames[route]} : sans formation, le parcours est effacé (${countNoun(length, 'module ou évaluation', 'modules et évaluations')}). Ce qui a été suivi reste noté.`;
}
