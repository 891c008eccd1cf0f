import type { Answer, CohortForm, CohortView } from '@jalon/contract';
import { formatMinutes, formatShortDay, monthNames } from '@jalon/domain';
import type { ConflictField } from '../../components/conflict-panel.tsx';

/** What the form holds: the body's names, with empty texts where the API takes `null`. */
export type CohortValues = {
  name: string;
  frameworkVersionId: string | null;
  siteId: string | null;
  startsOn: string;
  endsOn: string;
  weekdays: string[];
  minutesPerDay: number | null;
  closedMonths: string[];
  capacity: number | string;
  juryOn: string;
  positioningOn: string;
  /** Empty for all of the chosen days. */
  daysPerWeek: number | string;
  credentialInFullDays: CredentialForm;
};

/** `auto`: days of 7 h where a day has two halves. */
export type CredentialForm = 'auto' | 'full_days' | 'half_days';
export const credentialForms: readonly {
  readonly value: CredentialForm;
  readonly label: string;
}[] = [
  { value: 'auto', label: 'Selon la durée de la journée' },
  { value: 'full_days', label: 'En journées de 7 h' },
  { value: 'half_days', label: 'En demi-journées de 3 h 30' },
];

type FrameworkChoice = Answer<'GET /cohort-frameworks'>[number];

export const emptyValues: CohortValues = {
  name: '',
  frameworkVersionId: null,
  siteId: null,
  startsOn: '',
  endsOn: '',
  weekdays: ['1', '2'],
  minutesPerDay: 420,
  closedMonths: [],
  capacity: 12,
  juryOn: '',
  positioningOn: '',
  daysPerWeek: '',
  credentialInFullDays: 'auto',
};

export const weekdayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** The days usually taught with so many days a week: the first ones. */
const usualWeekdays = (count: number): string[] =>
  weekdayNames
    .slice(0, Math.min(6, Math.max(1, Math.ceil(count))))
    .map((_, index) => String(index + 1));

/** The usual rhythm of a version, as a start; each cohort sets its own. */
export const rhythmOf = ({ rhythm }: FrameworkChoice): Partial<CohortValues> => ({
  weekdays: usualWeekdays(rhythm.daysPerWeek),
  minutesPerDay: rhythm.minutesPerDay,
  closedMonths: rhythm.closedMonths.map(String),
});

export const toValues = (cohort: CohortView): CohortValues => ({
  name: cohort.name,
  frameworkVersionId: cohort.framework.id,
  siteId: cohort.site.id,
  startsOn: cohort.startsOn,
  endsOn: cohort.endsOn ?? '',
  weekdays: cohort.weekdays.map(String),
  minutesPerDay: cohort.minutesPerDay,
  closedMonths: cohort.closedMonths.map(String),
  capacity: cohort.capacity,
  juryOn: cohort.juryOn ?? '',
  positioningOn: cohort.positioningOn ?? '',
  daysPerWeek: cohort.daysPerWeek ?? '',
  credentialInFullDays:
    cohort.credentialInFullDays === null
      ? 'auto'
      : cohort.credentialInFullDays
        ? 'full_days'
        : 'half_days',
});

/** The body to send. What is missing goes as it is: the API says what it wants at its field. */
export const toBody = (values: CohortValues): CohortForm => ({
  name: values.name,
  frameworkVersionId: values.frameworkVersionId ?? '',
  siteId: values.siteId ?? '',
  startsOn: values.startsOn,
  endsOn: values.endsOn || null,
  weekdays: values.weekdays.map(Number),
  minutesPerDay: values.minutesPerDay ?? 0,
  closedMonths: values.closedMonths.map(Number),
  capacity: Number(values.capacity),
  juryOn: values.juryOn || null,
  positioningOn: values.positioningOn || null,
  daysPerWeek: values.daysPerWeek === '' ? null : Number(values.daysPerWeek),
  credentialInFullDays:
    values.credentialInFullDays === 'auto' ? null : values.credentialInFullDays === 'full_days',
});

/** Both versions of a cohort, field by field, after a 409. */
export function compareCohorts(
  mine: CohortValues,
  theirs: CohortView,
  nameFramework: (id: string | null) => string,
  nameSite: (id: string | null) => string,
): ConflictField[] {
  const other = toValues(theirs);
  const field = (label: string, show: (values: CohortValues) => string): ConflictField => ({
    label,
    mine: show(mine),
    theirs: show(other),
  });
  return [
    field('Nom', ({ name }) => name),
    field('Référentiel', ({ frameworkVersionId }) => nameFramework(frameworkVersionId)),
    field('Site', ({ siteId }) => nameSite(siteId)),
    field('Premier jour', ({ startsOn }) => startsOn && formatShortDay(startsOn)),
    field('Dernier jour possible', ({ endsOn }) => endsOn && formatShortDay(endsOn)),
    field('Jours', ({ weekdays }) =>
      weekdays.map((day) => weekdayNames[Number(day) - 1]).join(', '),
    ),
    field('Heures par jour', ({ minutesPerDay }) => formatMinutes(minutesPerDay ?? 0)),
    field('Mois fermés', ({ closedMonths }) =>
      closedMonths.map((month) => monthNames[Number(month) - 1]).join(', '),
    ),
    field('Places', ({ capacity }) => String(capacity)),
    field(
      'Positionnement le',
      ({ positioningOn }) => positioningOn && formatShortDay(positioningOn),
    ),
    field('Rythme moyen', ({ daysPerWeek }) =>
      daysPerWeek === '' ? 'tous les jours cochés' : `${daysPerWeek} par semaine`,
    ),
    field(
      'Forme de l’AFGSU',
      ({ credentialInFullDays }) =>
        credentialForms.find(({ value }) => value === credentialInFullDays)?.label ?? '',
    ),
    field('Jury prévu', ({ juryOn }) => juryOn && formatShortDay(juryOn)),
  ];
}
