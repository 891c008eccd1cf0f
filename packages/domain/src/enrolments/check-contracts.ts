import type { Finding } from '../finding.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** A contract with an employer, both days included; no end while none is known. */
export interface ContractPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** A learner with the contracts under which they are trained. */
export interface ContractedLearner {
  readonly name: string;
  readonly contracts: readonly ContractPeriod[];
}

/**
 * Warns of half-days on which a learner has no contract (DOMAIN 12: « course inside contract
 * dates »), told apart as those before the first, after the last, and between two. `dates` are the
 * days of the half-days, one for each. Nothing is said of who has no employer: nobody knows a date.
 */
export function checkContracts(
  { name, contracts }: ContractedLearner,
  dates: readonly PlainDate[],
): readonly Finding[] {
  const start = contracts.map(({ from }) => from).toSorted()[0];
  if (start === undefined) return [];
  const isOpen = contracts.some(({ to }) => to === null);
  const end = isOpen
    ? null
    : (contracts
        .map(({ to }) => to ?? '')
        .toSorted()
        .at(-1) ?? null);
  const before = dates.filter((date) => date < start);
  const after = dates.filter((date) => end !== null && date > end);
  const between = dates.filter(
    (date) =>
      !before.includes(date) &&
      !after.includes(date) &&
      !contracts.some((one) => isUnderContract(one, date)),
  );
  return [
    ...warn(before, `${name} : le contrat commence le ${formatDay(start)},`, 'avant'),
    ...warn(after, `${name} : le contrat finit le ${formatDay(end ?? start)},`, 'après'),
    ...warn(between, `${name} :`, 'entre deux contrats'),
  ];
}

/** Whether a contract runs on a day. */
export const isUnderContract = ({ from, to }: ContractPeriod, day: PlainDate): boolean =>
  from <= day && (to === null || day <= to);

const warn = (days: readonly PlainDate[], what: string, where: string): readonly Finding[] =>
  days.length === 0
    ? []
    : [
        {
          rule: 'slot.within-contract',
          severity: 'warning',
          path: '/date',
          message: `${what} ${countNoun(days.length, 'créneau', 'créneaux')} ${where}.`,
          source: 'DOMAIN 12',
        },
      ];
