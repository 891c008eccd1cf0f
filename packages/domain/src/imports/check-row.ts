import { checkEmployment } from '../enrolments/check-employment.ts';
import { checkEntry } from '../enrolments/check-entry.ts';
import { checkRoute } from '../enrolments/check-route.ts';
import type { Framework } from '../frameworks/framework.ts';
import { checkPerson } from '../people/check-person.ts';
import type { PlainDate } from '../plain-date.ts';
import type { FieldChange } from './diff-row.ts';
import type { LearnerField } from './learner-columns.ts';
import type { CellProblem, LearnerRow } from './read-learner-row.ts';

/** A row and what it is judged against. */
export interface RowToCheck {
  readonly row: LearnerRow;
  readonly framework: Framework;
  readonly today: PlainDate;
  /** The enrolment that the row changes; `null` when it makes one. */
  readonly enrolment: Partial<LearnerRow> | null;
  readonly changes: readonly FieldChange[];
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
    ...(row.hireDate === null
      ? []
      : checkEmployment({ ...row, hireDate: row.hireDate, endsOn: null }).map(toProblem)),
    ...(enrolment === null ? listMissing(row) : []),
    ...(isEntryTouched(check) ? checkRowEntry(check) : []),
  ];
}

const entryFields: readonly LearnerField[] = [
  'profile',
  'route',
  'diplomaLevel',
  'experienceYears',
  'startsOn',
];

const isEntryTouched = ({ enrolment, changes }: RowToCheck): boolean =>
  enrolment === null || changes.some(({ field }) => entryFields.includes(field));

function checkRowEntry({ row, framework, enrolment }: RowToCheck): readonly CellProblem[] {
  const profile = row.profile ?? enrolment?.profile ?? null;
  const route = row.route ?? enrolment?.route ?? null;
  if (profile === null || route === null) return [];
  const refusedRoute = checkRoute(framework, route).filter(({ severity }) => severity === 'error');
  const entry = checkEntry({
    framework,
    profile,
    diplomaLevel: row.diplomaLevel ?? enrolment?.diplomaLevel ?? null,
    experienceYears: row.experienceYears ?? enrolment?.experienceYears ?? 0,
  });
  const motive = row.entryMotive ?? enrolment?.entryMotive ?? null;
  const problems = refusedRoute.map(toProblem);
  if (entry.outcome !== 'not_eligible' || motive !== null) return problems;
  const facts = entry.reasons.find(({ met }) => !met)?.facts ?? '';
  const message = `${facts} Pour inscrire quand même, dites pourquoi dans la colonne « Motif d’entrée ».`;
  return [...problems, { field: 'profile', message }];
}

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
