import { isSameEmployer } from '../people/is-same-employer.ts';
import type { PlainDate } from '../plain-date.ts';
import type { KnownEmployment } from './known-person.ts';
import { employerOf } from './plan-tutor.ts';
import type { LearnerRow } from './read-learner-row.ts';

/**
 * The contract that a row speaks of among those of a person; `null` when it makes one. The same
 * employer and hire date are that contract, ended or not. Another hire date corrects the contract
 * that runs on `today`, never one that has ended by then or before the hiring: that is a new one.
 */
export function findEmployment(
  row: LearnerRow,
  employments: readonly KnownEmployment[],
  today: PlainDate,
): KnownEmployment | null {
  if (row.employerName === null) return null;
  const own = listOfEmployer(row, employments);
  const { hireDate } = row;
  return (
    own.find(({ record }) => record.hireDate === hireDate) ??
    own.find(
      ({ endsOn }) =>
        endsOn === null || (endsOn >= today && (hireDate === null || hireDate <= endsOn)),
    ) ??
    null
  );
}

/** The contracts of a person with the employer that a row names. */
export function listOfEmployer(
  row: LearnerRow,
  employments: readonly KnownEmployment[],
): readonly KnownEmployment[] {
  const wanted = employerOf(row);
  return employments.filter(({ record }) => isSameEmployer(employerOf(record), wanted));
}
