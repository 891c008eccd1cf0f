import {
  accessRouteNames,
  contractKindNames,
  employerKindNames,
  entryProfileNames,
  funderNames,
} from '../enrolments/french-names.ts';
import { formatShortDay } from '../french-format.ts';
import { normaliseName } from '../people/normalise-name.ts';
import { type LearnerField, learnerColumns, learnerFieldLabel } from './learner-columns.ts';
import type { LearnerRow } from './read-learner-row.ts';

/** One field that the file would change, as people read it. */
export interface FieldChange {
  readonly field: LearnerField;
  readonly label: string;
  /** « — » when nothing was known. */
  readonly from: string;
  readonly to: string;
}

/**
 * What a row would change of a record: only the fields that the record has, and only those that the
 * row gives. A name in capitals or without accents, a number spaced otherwise, are no change: files
 * are often poorer than what is known.
 */
export const diffRow = (row: LearnerRow, record: Partial<LearnerRow>): readonly FieldChange[] =>
  learnerColumns
    .filter(({ field }) => field in record && row[field] !== null && !isSame(field, row, record))
    .map(({ field }) => ({
      field,
      label: learnerFieldLabel(field),
      from: showValue(field, record[field] ?? null),
      to: showValue(field, row[field]),
    }));

function isSame(field: LearnerField, row: LearnerRow, record: Partial<LearnerRow>): boolean {
  const before = record[field] ?? null;
  const after = row[field];
  if (before === after) return true;
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  if (spokenNames.includes(field)) return normaliseName(before) === normaliseName(after);
  return field === 'phone' && before.replace(/\D/g, '') === after.replace(/\D/g, '');
}

const spokenNames: readonly LearnerField[] = [
  'birthName',
  'givenName',
  'otherGivenNames',
  'usageName',
  'employerName',
];

const names: Partial<Record<LearnerField, Readonly<Record<string, string>>>> = {
  profile: entryProfileNames,
  route: accessRouteNames,
  funder: funderNames,
  employerKind: employerKindNames,
  contractKind: contractKindNames,
};

const days: readonly LearnerField[] = [
  'birthDate',
  'startsOn',
  'hireDate',
  'dutyStartOn',
  'cpamContractSignedOn',
  'contractStartsOn',
  'contractEndsOn',
  'tutorVolunteeredOn',
];

/** A value as a cell shows it. */
function showValue(field: LearnerField, value: LearnerRow[LearnerField]): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (days.includes(field)) return formatShortDay(String(value));
  return names[field]?.[String(value)] ?? String(value);
}
