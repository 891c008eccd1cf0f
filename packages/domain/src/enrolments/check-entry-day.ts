import type { Finding } from '../finding.ts';
import { isTaught } from '../frameworks/programme-of-route.ts';
import { countNoun, formatDay } from '../french-format.ts';
import { addYears, type PlainDate } from '../plain-date.ts';
import { type AccessRoute, type CohortState, cohortStates } from '../vocabulary.ts';

/** Between which days a cohort is entered. */
export interface CohortSpan {
  readonly name: string;
  readonly startsOn: PlainDate;
  /** Its last day, jury included; `null` while nobody knows it. */
  readonly endsOn: PlainDate | null;
}

/** Days of a cohort, from which the ones it is entered between are told. */
export interface CohortDays {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly positioningOn: PlainDate | null;
  readonly juryOn: PlainDate | null;
  /** First and last half-day of the calendar; `null` while it has none. */
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
}

/**
 * A cohort is entered from its start, its positioning or its first half-day on, whichever comes
 * first, until its last day: an end that was given, put off by the calendar or the jury. Without an
 * end its calendar may still grow.
 */
export function spanCohort(name: string, days: CohortDays): CohortSpan {
  const known = (...some: (PlainDate | null)[]) => some.filter((day) => day !== null).toSorted();
  const [startsOn = days.startsOn] = known(days.startsOn, days.positioningOn, days.firstDay);
  const endsOn = days.endsOn && known(days.endsOn, days.juryOn, days.lastDay).at(-1);
  return { name, startsOn, endsOn: endsOn ?? null };
}

/** Years around the start of a cohort in which an entry is believed when no end is known. */
const believedYears = 3;

/**
 * Entry is possible at any time of the year (W3), while the cohort runs: nobody enters before it
 * starts or after it has ended. A VAE goes through no session, and is only believed within some
 * years. Every finding is an error at `/startsOn`.
 */
export function checkEntryDay(
  { startsOn, route }: { readonly startsOn: PlainDate; readonly route: AccessRoute },
  cohort: CohortSpan,
): readonly Finding[] {
  const first = isTaught(route) ? cohort.startsOn : addYears(cohort.startsOn, -believedYears);
  const last =
    isTaught(route) && cohort.endsOn !== null
      ? cohort.endsOn
      : addYears(cohort.endsOn ?? cohort.startsOn, believedYears);
  if (startsOn < first)
    return [
      error(
        'enrolment.entry-after-cohort-start',
        `« ${cohort.name} » commence le ${formatDay(cohort.startsOn)} : l’entrée en formation ne peut pas la précéder.`,
      ),
    ];
  if (startsOn <= last) return [];
  const when =
    cohort.endsOn === null
      ? `a commencé le ${formatDay(cohort.startsOn)}`
      : `finit le ${formatDay(cohort.endsOn)}`;
  return [
    error(
      'enrolment.entry-before-cohort-end',
      `« ${cohort.name} » ${when} : vérifiez la date d’entrée, ou choisissez une autre cohorte.`,
    ),
  ];
}

/** The states in which a cohort still takes somebody: one that is completed takes nobody (DOMAIN 12). */
export const openCohortStates: readonly CohortState[] = cohortStates.filter(
  (state) => state !== 'completed',
);

/** Whether a cohort still takes somebody. */
export function checkCohortOpen({
  name,
  state,
}: {
  readonly name: string;
  readonly state: CohortState;
}): readonly Finding[] {
  if (openCohortStates.includes(state)) return [];
  const message = `« ${name} » est terminée : elle n’accueille plus personne. Choisissez une autre cohorte, ou remettez celle-ci en cours.`;
  return [error('enrolment.cohort-open', message)];
}

/**
 * The day of entry of those for whom a file says none: the first of the cohort, until it has begun.
 * From then on only a person knows (`null`): half-days have been held, and whoever enters now was
 * not expected at them.
 */
export const assumeEntryDay = (cohortStartsOn: PlainDate, today: PlainDate): PlainDate | null =>
  cohortStartsOn >= today ? cohortStartsOn : null;

/**
 * Warns of the half-days of a cohort that were held between an entry and today: the learner will
 * have been expected at each of them.
 *
 * @param held the day of each half-day held before today, one entry a half-day
 */
export function checkHeldSinceEntry(
  { startsOn, route }: { readonly startsOn: PlainDate; readonly route: AccessRoute },
  held: readonly PlainDate[],
): readonly Finding[] {
  const count = held.filter((day) => day >= startsOn).length;
  if (count === 0 || !isTaught(route)) return [];
  return [
    {
      ...error(
        'enrolment.held-since-entry',
        `${countNoun(count, 'demi-journée déjà tenue', 'demi-journées déjà tenues')} depuis l’entrée du ${formatDay(startsOn)} : la présence y sera à renseigner. Vérifiez la date d’entrée.`,
      ),
      severity: 'warning',
    },
  ];
}

/**
 * Whether a change leaves the day of an entry as it was taken: the same day, and as much or as little
 * taught. A cohort put off since does not refuse it then.
 */
export const keepsEntryDay = (
  before: { readonly startsOn: PlainDate; readonly route: AccessRoute },
  after: { readonly startsOn: PlainDate; readonly route: AccessRoute },
): boolean =>
  before.startsOn === after.startsOn && isTaught(before.route) === isTaught(after.route);

/** A jobseeker is hired after the training, and a VAE is not entered by a contract. */
const hiredLater: readonly AccessRoute[] = ['jobseeker_poec_pic', 'vae'];

/** Warns when somebody at work would have entered before any of their employers hired them. */
export function checkHiredOnEntry(
  { startsOn, route }: { readonly startsOn: PlainDate; readonly route: AccessRoute },
  hireDates: readonly PlainDate[],
): readonly Finding[] {
  const [first] = hireDates.toSorted();
  if (first === undefined || first <= startsOn || hiredLater.includes(route)) return [];
  return [
    {
      rule: 'enrolment.hired-on-entry',
      severity: 'warning',
      path: '/startsOn',
      message: `L’entrée du ${formatDay(startsOn)} précède l’embauche du ${formatDay(first)} : vérifiez les deux dates.`,
      source: 'DOMAIN 6',
    },
  ];
}

const error = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '/startsOn',
  message,
  source: 'W3 ; DOMAIN 12',
});
