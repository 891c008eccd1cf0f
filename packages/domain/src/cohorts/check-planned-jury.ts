import type { Finding } from '../finding.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** A session that is not closed, and how many learners of the cohort it is to judge. */
export interface CohortSession {
  readonly heldOn: PlainDate;
  readonly candidates: number;
}

/**
 * Warns of a planned jury day that the rest contradicts: half-days of the cohort are not before it,
 * or the sessions prepared for its learners sit on other days. Every finding is a warning at
 * `/juryOn`: the office decides which day is wrong.
 */
export function checkPlannedJury(cohort: {
  readonly juryOn: PlainDate | null;
  /** Last half-day of the calendar; `null` while it has none. */
  readonly lastDay: PlainDate | null;
  readonly sessions: readonly CohortSession[];
}): readonly Finding[] {
  const { juryOn, lastDay, sessions } = cohort;
  if (juryOn === null) return [];
  const [session] = sessions.toSorted((one, other) => other.candidates - one.candidates);
  const isPrepared = session === undefined || sessions.some(({ heldOn }) => heldOn === juryOn);
  return [
    ...(lastDay !== null && juryOn <= lastDay
      ? [
          warning(
            'cohort.jury-after-calendar',
            `Le jury est prévu le ${formatDay(juryOn)}, et la dernière demi-journée de la cohorte est le ${formatDay(lastDay)} : il jugerait avant la fin des heures. Changez l’une des deux dates.`,
          ),
        ]
      : []),
    ...(isPrepared
      ? []
      : [
          warning(
            'cohort.jury-as-prepared',
            `Le jury est prévu le ${formatDay(juryOn)}, et la session préparée pour ${countNoun(session.candidates, 'apprenant')} de la cohorte se tient le ${formatDay(session.heldOn)} : changez l’une des deux dates.`,
          ),
        ]),
  ];
}

const warning = (rule: string, message: string): Finding => ({
  rule,
  severity: 'warning',
  path: '/juryOn',
  message,
  source: 'DOMAIN 12, S1:L174',
});
