import type { Finding } from '../finding.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** A learner with the day of the jury session prepared for them. */
export interface LearnerWithJury {
  readonly name: string;
  readonly juryOn: PlainDate;
}

/**
 * Warns of half-days of a learner's path that are not over when their jury sits: a session of a few
 * does not bind the cohort's calendar, so somebody has to know. `dates` are the days of the
 * half-days, one for each.
 */
export function checkOwnJury(
  { name, juryOn }: LearnerWithJury,
  dates: readonly PlainDate[],
): readonly Finding[] {
  const late = dates.filter((date) => date >= juryOn).toSorted();
  const last = late.at(-1);
  if (last === undefined) return [];
  return [
    {
      rule: 'slot.before-own-jury',
      severity: 'warning',
      path: '/date',
      message: `${name} : le jury est le ${formatDay(juryOn)}, ${countNoun(late.length, 'créneau', 'créneaux')} de son parcours ${late.length > 1 ? 'ne sont' : 'n’est'} pas avant, jusqu’au ${formatDay(last)}.`,
      source: 'DOMAIN 12, W3',
    },
  ];
}
