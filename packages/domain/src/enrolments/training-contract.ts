import { addDays, addMonths, daysBetween, type PlainDate } from '../plain-date.ts';
import type { ContractKind } from '../vocabulary.ts';
import type { ContractPeriod } from './check-contracts.ts';

/** The employment contract of a learner, both days included. */
export interface TrainingContract {
  readonly employerName: string;
  /** `null` while nobody has said. */
  readonly kind: ContractKind | null;
  readonly startsOn: PlainDate;
  /** Whether that day is the contract’s own; the hiring stands in for it otherwise. */
  readonly hasOwnStart: boolean;
  /** `null` when it has no end, or none that is known. */
  readonly endsOn: PlainDate | null;
}

/** The days of a contract as it is kept: it begins with the hiring unless a day is said. */
export const periodOf = (employment: {
  readonly contractStartsOn: PlainDate | null;
  readonly hireDate: PlainDate;
  readonly endsOn: PlainDate | null;
}): ContractPeriod => ({
  from: employment.contractStartsOn ?? employment.hireDate,
  to: employment.endsOn,
});

/** The contract of an employment as it is kept. */
export const contractOf = (employment: {
  readonly employerName: string;
  readonly contractKind: ContractKind | null;
  readonly contractStartsOn: PlainDate | null;
  readonly hireDate: PlainDate;
  readonly endsOn: PlainDate | null;
}): TrainingContract => ({
  employerName: employment.employerName,
  kind: employment.contractKind,
  startsOn: periodOf(employment).from,
  hasOwnStart: employment.contractStartsOn !== null,
  endsOn: employment.endsOn,
});

/** The contracts that run on a day of the training. */
export const listContractsDuring = (
  contracts: readonly TrainingContract[],
  { startsOn, endsOn }: { readonly startsOn: PlainDate; readonly endsOn: PlainDate | null },
): readonly TrainingContract[] =>
  contracts.filter(
    (one) =>
      (endsOn === null || one.startsOn <= endsOn) &&
      (one.endsOn === null || one.endsOn >= startsOn),
  );

const professionalKinds: readonly (ContractKind | null)[] = [
  'professional_fixed_term',
  'professional_permanent',
];

/** Whether a contract is a *contrat de professionnalisation*, in CDD or in CDI. */
export const isProfessional = ({ kind }: Pick<TrainingContract, 'kind'>): boolean =>
  professionalKinds.includes(kind);

/**
 * Months of a period, both days included, the last month in part: 12 for a year from a 4 January to
 * the 3 January after it.
 */
export function countMonths(from: PlainDate, lastDay: PlainDate): number {
  const to = addDays(lastDay, 1);
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  const touched = 12 * (toYear - fromYear) + toMonth - fromMonth;
  const months = addMonths(from, touched) > to ? touched - 1 : touched;
  const [last, next] = [addMonths(from, months), addMonths(from, months + 1)];
  return months + daysBetween(last, to) / daysBetween(last, next);
}
