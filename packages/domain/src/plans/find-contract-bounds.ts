import type { ContractPeriod } from '../enrolments/check-contracts.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PlanCohort } from './planning-problem.ts';

/** Those enrolled in a cohort, by the contracts of each; none for who has no employer. */
export interface CohortContracts {
  readonly learners: readonly (readonly ContractPeriod[])[];
  /** Places of the cohort. */
  readonly capacity: number;
  /** Whether its first day has come: nobody else is waited for. */
  readonly hasBegun: boolean;
}

/** First and last day that the contracts leave to a cohort's programme; `null` where they bind nothing. */
export interface ContractBounds {
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
}

/**
 * The days between which a cohort's programme stays inside the contract dates (DOMAIN 12): before the
 * first, and after the last, at least half of the learners, two at least, have no contract. A contract
 * that begins later or ends earlier than the others' is told with the plan and moves the learner's own
 * path, not the cohort's (W3), as for juries (`findCohortJury`). While a cohort fills, its first few
 * learners do not decide for those to come: nothing is bound until half of its places are taken.
 */
export function findContractBounds(
  { learners, capacity, hasBegun }: CohortContracts,
  today: PlainDate,
): ContractBounds {
  if (!hasBegun && learners.length < capacity / 2) return { startsOn: null, endsOn: null };
  return { startsOn: findStart(learners, today), endsOn: findEnd(learners, today) };
}

/** A cohort that begins no sooner than the contracts of its learners. */
export const startWithContracts = (cohort: PlanCohort, { startsOn }: ContractBounds): PlanCohort =>
  startsOn !== null && startsOn > cohort.startsOn
    ? { ...cohort, startsOn, startsBy: 'contracts' }
    : cohort;

/** French sentences: what the contracts take from a cohort's programme, one a day that they bind. */
export const tellContractBounds = (
  cohort: Pick<PlanCohort, 'name' | 'startsOn' | 'endsOn'>,
  { startsOn, endsOn }: ContractBounds,
): readonly string[] => [
  ...(startsOn !== null && startsOn > cohort.startsOn
    ? [
        `${cohort.name} : la moitié des apprenants n’ont de contrat qu’à partir du ${formatDay(startsOn)}, rien n’est placé avant.`,
      ]
    : []),
  ...(endsOn !== null && endsOn < cohort.endsOn
    ? [
        `${cohort.name} : la moitié des apprenants n’ont plus de contrat après le ${formatDay(endsOn)}, rien n’est placé ensuite.`,
      ]
    : []),
];

function findEnd(learners: CohortContracts['learners'], today: PlainDate): PlainDate | null {
  const ends = learners.map(lastDay);
  // Whoever has no contract any more does not wait for it.
  const bound = ends.filter((day) => day === null || day >= today);
  const day = bound.filter((one): one is PlainDate => one !== null).toSorted()[
    halfOf(bound.length) - 1
  ];
  return day ?? null;
}

function findStart(learners: CohortContracts['learners'], today: PlainDate): PlainDate | null {
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
