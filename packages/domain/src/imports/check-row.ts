import { checkVolunteerDay } from '../appraisals/check-tutor-volunteer.ts';
import { checkContractKind } from '../enrolments/check-contract-kind.ts';
import { checkCourseOpen } from '../enrolments/check-course-open.ts';
import { checkEmployment } from '../enrolments/check-employment.ts';
import { checkEntry } from '../enrolments/check-entry.ts';
import {
  type CohortSpan,
  checkCohortOpen,
  checkEntryDay,
  checkHeldSinceEntry,
  checkHiredOnEntry,
  keepsEntryDay,
} from '../enrolments/check-entry-day.ts';
import { checkEntryMotive } from '../enrolments/check-entry-motive.ts';
import { checkFrameworkOnEntry } from '../enrolments/check-framework-on-entry.ts';
import { checkEnrolmentDates } from '../enrolments/check-leaving.ts';
import { checkContractDuration } from '../enrolments/check-professional-contract.ts';
import { checkEntryMoved } from '../enrolments/check-recorded-days.ts';
import { checkRoute } from '../enrolments/check-route.ts';
import { checkRouteHours } from '../enrolments/check-route-hours.ts';
import { checkRoutePeriod, keepsRouteOfEntry } from '../enrolments/check-route-period.ts';
import { tellPathLost } from '../enrolments/tell-path-lost.ts';
import { contractOf, type TrainingContract } from '../enrolments/training-contract.ts';
import { type Finding, isWarning } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { sumHours } from '../frameworks/sum-hours.ts';
import { vaeRulesOf } from '../frameworks/vae-rules-of.ts';
import { checkPerson } from '../people/check-person.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute, CohortState } from '../vocabulary.ts';
import type { FieldChange } from './diff-row.ts';
import type { KnownEmployment, KnownEnrolment } from './known-person.ts';
import type { LearnerField } from './learner-columns.ts';
import type { CellProblem, LearnerRow } from './read-learner-row.ts';

/** A row and what it is judged against. */
export interface RowToCheck {
  readonly row: LearnerRow;
  readonly framework: Framework;
  readonly today: PlainDate;
  /** The enrolment that the row changes; `null` when it makes one. */
  readonly enrolment: KnownEnrolment | null;
  /** The employment that the row changes; `null` when it makes one, or none. */
  readonly employment: KnownEmployment | null;
  /** All that the centre keeps of the person, that one among them. */
  readonly employments: readonly KnownEmployment[];
  readonly changes: readonly FieldChange[];
  readonly context: ImportContext;
}

/** What the rules of an entry need beside the row. */
export interface ImportContext {
  /** The versions that the centre has published. */
  readonly versions: readonly Framework[];
  /** Last day planned of the cohort: that of an enrolment which says none. */
  readonly cohortEndsOn: PlainDate | null;
  /** Between which days the cohort is entered. */
  readonly span: CohortSpan;
  readonly cohortState: CohortState;
  /** The day of each half-day that the cohort held before today. */
  readonly held: readonly PlainDate[];
}

/**
 * What the rules refuse of a row: the person, the employment, what a new enrolment lacks, and the
 * entry when the row makes or changes it. An entry that is not eligible goes through with a motive,
 * as in the form.
 */
export function checkRow(check: RowToCheck): readonly CellProblem[] {
  const { row, enrolment, today } = check;
  return [
    ...checkPerson(row, today).map(toProblem),
    ...checkRowEmployment(check).map(toProblem),
    ...checkRowVolunteer(check).map(toProblem),
    ...(enrolment === null ? listMissing(row) : []),
    ...(isEntryTouched(check) ? checkRowEntry(check) : []),
    ...checkRowCourse(check),
  ];
}

/** The employment as the row leaves it; `null` when it names none. */
function readEmployment({ row, employment }: RowToCheck) {
  if (row.hireDate === null) return null;
  const { record, endsOn } = employment ?? { record: {}, endsOn: null };
  return {
    employerName: row.employerName ?? record.employerName ?? '',
    siret: row.siret ?? record.siret ?? null,
    hireDate: row.hireDate,
    dutyStartOn: row.dutyStartOn ?? record.dutyStartOn ?? null,
    cpamContractSignedOn: row.cpamContractSignedOn ?? record.cpamContractSignedOn ?? null,
    contractKind: row.contractKind ?? record.contractKind ?? null,
    contractStartsOn: row.contractStartsOn ?? record.contractStartsOn ?? null,
    endsOn: row.contractEndsOn ?? endsOn,
  };
}

/** The contracts of the person once the row is in: its own first, then those kept of other employers. */
const listContracts = (check: RowToCheck): readonly TrainingContract[] => {
  const own = readEmployment(check);
  if (own === null) return check.employments.flatMap(keptContract);
  const others = check.employments.filter(({ id }) => id !== check.employment?.id);
  return [contractOf(own), ...others.flatMap(keptContract)];
};

const keptContract = ({ record, endsOn }: KnownEmployment): readonly TrainingContract[] =>
  record.hireDate
    ? [
        contractOf({
          employerName: record.employerName ?? '',
          contractKind: record.contractKind ?? null,
          contractStartsOn: record.contractStartsOn ?? null,
          hireDate: record.hireDate,
          endsOn,
        }),
      ]
    : [];

/** What an employment's form would refuse of it. The end of a contract has a column of its name. */
function checkRowEmployment(check: RowToCheck): readonly Finding[] {
  const facts = readEmployment(check);
  if (facts === null) return [];
  const { record, endsOn } = check.employment ?? { record: {}, endsOn: null };
  return [
    ...checkEmployment(facts, check.today, { ...record, endsOn }),
    ...checkContractDuration(contractOf(facts)).filter(isError),
  ].map((finding) =>
    finding.path === '/endsOn' ? { ...finding, path: '/contractEndsOn' } : finding,
  );
}

/** The day of a tutor's confirmation, who may be the one in post. */
const checkRowVolunteer = ({ row, employment, today }: RowToCheck): readonly Finding[] => {
  const hasTutor = row.tutorEmail !== null || (employment?.hasTutor ?? false);
  return checkVolunteerDay(row.tutorVolunteeredOn, hasTutor, today);
};

/** What a course that is over does not take any more, at the cells that would change it. */
const checkRowCourse = ({ enrolment, changes }: RowToCheck): readonly CellProblem[] =>
  changes
    .filter(({ field }) => field === 'route' || field === 'startsOn')
    .flatMap(({ field }) =>
      checkCourseOpen(enrolment?.state ?? 'active', 'course').map(({ message }) => ({
        field,
        message,
      })),
    );

const entryFields: readonly LearnerField[] = [
  'profile',
  'route',
  'diplomaLevel',
  'experienceYears',
  'startsOn',
];

const isEntryTouched = ({ enrolment, changes }: RowToCheck): boolean =>
  enrolment === null || changes.some(({ field }) => entryFields.includes(field));

/** The entry as the row leaves it; `null` while profile or route is missing. */
function readEntry({ row, framework, enrolment: known }: RowToCheck) {
  const enrolment = known?.record;
  const profile = row.profile ?? enrolment?.profile ?? null;
  const route = row.route ?? enrolment?.route ?? null;
  const funder = row.funder ?? enrolment?.funder ?? null;
  if (profile === null || route === null) return null;
  return {
    framework,
    profile,
    route,
    funder,
    diplomaLevel: row.diplomaLevel ?? enrolment?.diplomaLevel ?? null,
    experienceYears: row.experienceYears ?? enrolment?.experienceYears ?? null,
    startsOn: row.startsOn ?? enrolment?.startsOn ?? null,
    motive: row.entryMotive ?? enrolment?.entryMotive ?? null,
  };
}

function checkRowEntry(check: RowToCheck): readonly CellProblem[] {
  const entry = readEntry(check);
  if (entry === null) return [];
  const refused = [
    ...checkRoute(entry.framework, entry.route).filter(isError),
    ...checkRowPeriod(entry, check).filter(isError),
    ...checkRowEntryDay(entry, check),
  ];
  const problems = refused.map(toProblem);
  const motives = checkEntryMotive(
    checkEntry(entry),
    entry.motive,
    'Pour inscrire quand même, dites pourquoi dans la colonne « Motif d’entrée ».',
  );
  return [...problems, ...motives.map(({ message }) => ({ field: 'profile' as const, message }))];
}

/** The period of the access route, on the day of the contract where one is known. */
function checkRowPeriod(
  { startsOn, route }: { readonly startsOn: PlainDate | null; readonly route: AccessRoute },
  check: RowToCheck,
): readonly Finding[] {
  if (startsOn === null) return [];
  const { enrolment, context } = check;
  const endsOn = enrolment?.endsOn ?? context.cohortEndsOn;
  return checkRoutePeriod(
    { startsOn, route, endsOn, contracts: listContracts(check) },
    keepsRouteOfEntry(enrolment?.record ?? {}, { route, startsOn }),
  );
}

/**
 * An entry that the line leaves as it was has been taken before; that of a course which is over does
 * not move at all.
 */
function checkRowEntryDay(
  { startsOn, route }: { readonly startsOn: PlainDate | null; readonly route: AccessRoute },
  { enrolment, context }: RowToCheck,
): readonly Finding[] {
  if (startsOn === null || (enrolment !== null && enrolment.state !== 'active')) return [];
  const day = { startsOn, route };
  if (enrolment === null)
    return [
      ...checkCohortOpen({ name: context.span.name, state: context.cohortState }),
      ...checkEntryDay(day, context.span),
    ];
  const { record, recorded, endsOn } = enrolment;
  const before = { startsOn: record.startsOn ?? startsOn, route: record.route ?? route };
  if (keepsEntryDay(before, day)) return [];
  const dates = checkEnrolmentDates({ startsOn, endsOn });
  return [
    ...checkEntryDay(day, context.span),
    ...checkEntryMoved(startsOn, recorded),
    ...dates.map((finding) => ({ ...finding, path: '/startsOn' })),
  ];
}

/**
 * What is worth knowing of an entry that the row makes or changes, and never refuses it: conditions
 * still to be proved, an unusual route, hours or dates that do not suit it. French sentences.
 */
export function warnOfRow(check: RowToCheck): readonly string[] {
  const entry = isEntryTouched(check) ? readEntry(check) : null;
  if (entry === null) return [];
  const { outcome, reasons } = checkEntry(entry);
  const toVerify = outcome === 'to_verify' ? reasons.filter(({ met }) => !met) : [];
  const { startsOn } = entry;
  const endsOn = check.enrolment?.endsOn ?? check.context.cohortEndsOn;
  const contracts = listContracts(check);
  const dated =
    startsOn === null
      ? []
      : [
          ...checkFrameworkOnEntry(entry.framework, startsOn, check.context.versions),
          ...checkRouteHours({
            ...entry,
            startsOn,
            endsOn,
            contracts,
            vae: vaeRulesOf(entry.framework),
            trainingMinutes: sumHours(entry.framework).totalMinutes,
          }),
          ...checkRowPeriod(entry, check),
          ...checkContractKind({ ...entry, startsOn, endsOn, contracts }),
          ...warnOfHeld({ ...entry, startsOn }, check),
          ...checkHiredOnEntry(
            { ...entry, startsOn },
            check.row.hireDate ? [check.row.hireDate] : [],
          ),
        ];
  const findings = [...checkRoute(entry.framework, entry.route), ...dated];
  return [
    ...toVerify.map(({ facts }) => `À vérifier : ${facts}`),
    ...findings.filter(isWarning).map(({ message }) => message),
    ...warnOfPath(check),
  ];
}

/** Half-days that whoever enters by this line, or earlier than before, will have been expected at. */
const warnOfHeld = (
  day: { readonly startsOn: PlainDate; readonly route: AccessRoute },
  { enrolment, changes, context }: RowToCheck,
): readonly Finding[] =>
  enrolment === null || changes.some(({ field }) => field === 'startsOn')
    ? checkHeldSinceEntry(day, context.held)
    : [];

/** A line that changes the access route to one without training takes the path away. */
function warnOfPath({ row, enrolment, changes }: RowToCheck): readonly string[] {
  const route = changes.some(({ field }) => field === 'route') ? row.route : null;
  const lost = route && enrolment ? tellPathLost(route, enrolment.pathLength) : null;
  return lost === null ? [] : [lost];
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

const neededFields = [
  ['profile', 'le profil à l’entrée'],
  ['route', 'la voie d’accès'],
  ['funder', 'le financeur'],
  ['startsOn', 'la date d’entrée'],
] as const satisfies readonly (readonly [LearnerField, string])[];

const listMissing = (row: LearnerRow): readonly CellProblem[] =>
  neededFields
    .filter(([field]) => row[field] === null)
    .map(([field, what]) => ({
      field,
      message: `Indiquez ${what}, sur la ligne ou pour tout le fichier.`,
    }));

const toProblem = ({
  path,
  message,
}: {
  readonly path: string;
  readonly message: string;
}): CellProblem => ({ field: path.slice(1) as LearnerField, message });
