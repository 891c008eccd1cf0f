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
  const ends = learners.map(lastDay);
  // Whoever has no contract any more does not wait for it.
  const bound = ends.filter((day) => day === null || day >= today);
  const half = halfOf(bound.length);
  const day = bound.filter((one): one is PlainDate => one !== null).toSorted()[half - 1];
  return day ?? null;
}

/**
 * The first day on which a cohort's programme may begin, so that it stays inside the contract dates
 * (DOMAIN 12): until then at least half of the learners, two at least, have a contract that has not
 * begun. `null` when no such day is to come. Whoever is hired later than the others enters later (W3).
 * @param learners the contracts of each; none for who has no employer
 */
export function findContractsStart(
  learners: readonly (readonly ContractPeriod[])[],
  today: PlainDate,
): PlainDate | null {
  const starts = learners.flatMap((contracts) => {
    const [first] = contracts
      .filter(({ to }) => to === null || to >= today)
      .map(({ from }) => from)
      .toSorted();
    return first ?? [];
  });
  const day = starts.toSorted().toReversed()[halfOf(learners.length) - 1];
  return day !== undefined && day > today ? day : null;
}

const halfOf = (count: number): number => Math.max(2, Math.ceil(count / 2));

/** `null` while one of the contracts has no known end, and without any. */
function lastDay(contracts: readonly ContractPeriod[]): PlainDate | null {
  const ends = contracts.flatMap(({ to }) => (to === null ? [] : [to])).toSorted();
  return ends.length < contracts.length ? null : (ends.at(-1) ?? null);
}
