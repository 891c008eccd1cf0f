import type { ContractPeriod } from '../enrolments/check-contracts.ts';
import type { PlainDate } from '../plain-date.ts';

/**
 * The last day on which a cohort's programme may go on, so that it stays inside the contract dates
 * (DOMAIN 12): after it at least half of the learners, two at least, have no contract any more.
 * `null` when no such day is to come. A contract that ends earlier than the others' is told with the
 * plan and moves the learner's own path, not the cohort's (W3), as for juries (`findCohortJury`).
 * @param learners the contracts of each; none for who has no employer
 */
export function findContractsEnd(
  learners: readonly (readonly ContractPeriod[])[],
  today: PlainDate,
): PlainDate | null {
  const ends = learners
    .map(lastDay)
    .filter((day): day is PlainDate => day !== null)
    .toSorted();
  const half = Math.max(2, Math.ceil(learners.length / 2));
  const day = ends[half - 1];
  return day !== undefined && day >= today ? day : null;
}

/** `null` while one of the contracts has no known end, and without any. */
function lastDay(contracts: readonly ContractPeriod[]): PlainDate | null {
  const ends = contracts.flatMap(({ to }) => (to === null ? [] : [to])).toSorted();
  return ends.length < contracts.length ? null : (ends.at(-1) ?? null);
}
