import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { sumHours } from '../frameworks/sum-hours.ts';
import { formatDay, formatMinutes, numberInWords } from '../french-format.ts';
import { addMonths, addYears, type PlainDate } from '../plain-date.ts';
import {
  listOpenHalfDays,
  maxMinutesPerDay,
  maxMinutesPerHalfDay,
} from '../planning/list-open-half-days.ts';
import { positioningSource } from '../planning/say-positioning.ts';

/** What a cohort decides for itself (H5, H6): dates, days, hours a day, closed months, places. */
export interface CohortRhythm {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** Days of teaching, 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
  /** Months without sessions, 1 to 12. */
  readonly closedMonths: readonly number[];
  readonly capacity: number;
  readonly juryOn: PlainDate | null;
  /** Entrants are positioned that day (Qualiopi 8): teaching begins the day after. */
  readonly positioningOn: PlainDate | null;
  /** Days of a week on average (H5: « rythme moyen »); `null` for all of the weekdays. */
  readonly daysPerWeek: number | null;
  /** AFGSU in days of 7 h (`true`) or in half-days of 3 h 30; `null` for what the day allows. */
  readonly credentialInFullDays: boolean | null;
}

/** Whether the AFGSU goes in full days: as the cohort chose, and only where a day has two halves. */
export const isCredentialInFullDays = ({
  credentialInFullDays,
  minutesPerDay,
}: Pick<CohortRhythm, 'credentialInFullDays' | 'minutesPerDay'>): boolean =>
  credentialInFullDays !== false && minutesPerDay > maxMinutesPerHalfDay;

/** Checks the dates and the rhythm of a cohort; `path` points into the `CohortRhythm`. */
export function checkRhythm(rhythm: CohortRhythm, framework: Framework): readonly Finding[] {
  const errors = [...checkDates(rhythm), ...checkWeek(rhythm)];
  return errors.length > 0 ? errors : warnOfDuration(rhythm, framework);
}

const cohortDates = ['startsOn', 'endsOn', 'juryOn', 'positioningOn'] as const;
type CohortDates = Pick<CohortRhythm, (typeof cohortDates)[number]>;

/** Years around today in which a cohort's dates are believed: past cohorts are entered too. */
const believedYears = 10;

/**
 * Refuses a date that only a slip of the year explains, decades from `today`. What a cohort has
 * already (`before`) is not asked again when it grows old.
 */
export function checkCohortYears(
  dates: CohortDates,
  today: PlainDate,
  before: CohortDates | undefined = undefined,
): readonly Finding[] {
  const [from, to] = [addYears(today, -believedYears), addYears(today, believedYears)];
  return cohortDates.flatMap((name) => {
    const day = dates[name];
    if (day === null || day === before?.[name] || (day >= from && day <= to)) return [];
    const when = day < from ? 'il y a' : 'dans';
    return error(
      'cohort.year-believed',
      `/${name}`,
      `Le ${formatDay(day)}, c’est ${when} plus de ${numberInWords(believedYears)} ans : vérifiez l’année.`,
    );
  });
}

const finding =
  (severity: Finding['severity'], source: string) =>
  (rule: string, path: string, message: string): Finding => ({
    rule,
    severity,
    path,
    message,
    source,
  });
const error = finding('error', 'DOMAIN 12');

function checkDates({ startsOn, endsOn, juryOn, positioningOn }: CohortRhythm): readonly Finding[] {
  return [
    ...(endsOn !== null && endsOn < startsOn
      ? [
          error(
            'cohort.ends-after-start',
            '/endsOn',
            `La fin est avant le début, le ${formatDay(startsOn)} : changez l’une des deux dates.`,
          ),
        ]
      : []),
    ...(juryOn !== null && juryOn < startsOn
      ? [
          error(
            'cohort.jury-after-start',
            '/juryOn',
            `Le jury est avant le début, le ${formatDay(startsOn)} : changez l’une des deux dates.`,
          ),
        ]
      : []),
    ...(positioningOn !== null && endsOn !== null && positioningOn >= endsOn
      ? [
          finding('error', positioningSource)(
            'cohort.positioned-before-end',
            '/positioningOn',
            `Les cours commencent le lendemain du positionnement, et la cohorte finit le ${formatDay(endsOn)} : changez l’une des deux dates.`,
          ),
        ]
      : []),
  ];
}

function checkWeek(rhythm: CohortRhythm): readonly Finding[] {
  const { weekdays, daysPerWeek, minutesPerDay, closedMonths, credentialInFullDays } = rhythm;
  return [
    ...(daysPerWeek !== null && (daysPerWeek < 1 || daysPerWeek > Math.max(1, weekdays.length))
      ? [
          finding('error', 'H5')(
            'cohort.average-rhythm',
            '/daysPerWeek',
            `Le rythme moyen va de 1 jour par semaine au nombre de jours cochés, ${weekdays.length}.`,
          ),
        ]
      : []),
    ...(credentialInFullDays === true && minutesPerDay <= maxMinutesPerHalfDay
      ? [
          finding('error', 'DOMAIN 12, W84')(
            'cohort.credential-form',
            '/credentialInFullDays',
            `Une journée de 7 h ne tient pas dans ${formatMinutes(minutesPerDay)} par jour : choisissez des demi-journées ou allongez la journée.`,
          ),
        ]
      : []),
    ...(weekdays.length === 0
      ? [error('cohort.has-weekday', '/weekdays', 'Choisissez au moins un jour par semaine.')]
      : []),
    ...(weekdays.includes(7)
      ? [
          error(
            'cohort.not-on-sunday',
            '/weekdays',
            'Le dimanche n’est pas financé par l’OPCO : choisissez d’autres jours.',
          ),
        ]
      : []),
    ...(minutesPerDay < 60 || minutesPerDay > maxMinutesPerDay
      ? [
          error(
            'cohort.day-at-most-7h',
            '/minutesPerDay',
            `Une journée compte de 1 h à 7 h, pas ${formatMinutes(minutesPerDay)}.`,
          ),
        ]
      : []),
    ...(new Set(closedMonths).size >= 12
      ? [
          error(
            'cohort.has-open-month',
            '/closedMonths',
            'Tous les mois sont fermés : laissez-en au moins un ouvert.',
          ),
        ]
      : []),
  ];
}

/** A cohort shorter than the hours need, or longer than the source's duration (H5, H6). */
function warnOfDuration(rhythm: CohortRhythm, framework: Framework): readonly Finding[] {
  const { startsOn, endsOn } = rhythm;
  if (endsOn === null) return [];
  const { max } = framework.durationMonths;
  const warn = finding('warning', 'DOMAIN 3.2, H6');
  const { totalMinutes } = sumHours(framework);
  const room = sumOpenMinutes({ ...rhythm, endsOn });
  return [
    ...(room < totalMinutes
      ? [
          warn(
            'cohort.holds-its-hours',
            '/endsOn',
            `Ces dates et ces jours tiennent ${formatMinutes(room)} au plus : le référentiel demande ${formatMinutes(totalMinutes)}.`,
          ),
        ]
      : []),
    ...(endsOn >= addMonths(startsOn, max)
      ? [
          warn(
            'cohort.usual-duration',
            '/endsOn',
            `Le référentiel prévoit ${max} mois pour ${formatMinutes(totalMinutes)}. Vérifiez les dates des contrats.`,
          ),
        ]
      : []),
  ];
}

/** The most that the chosen days hold: a site's own holidays and closures only take from it. */
function sumOpenMinutes(rhythm: CohortRhythm & { readonly endsOn: PlainDate }): number {
  let minutes = 0;
  for (const half of listOpenHalfDays({ ...rhythm, zone: 'metropole', closures: [] }))
    minutes += half.minutes;
  return minutes;
}
