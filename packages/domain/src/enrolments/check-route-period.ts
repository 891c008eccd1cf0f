import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';
import { listContractsDuring, type TrainingContract } from './training-contract.ts';

/** The days on which an access route can be entered, both included. */
interface RoutePeriod {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** What is known of the period, in French, to begin a sentence. */
  readonly known: string;
  /** What to do of an entry outside it. */
  readonly wayOut: string;
}

/** Between them, in January 2026, neither could be entered. */
const routePeriods: Partial<Record<AccessRoute, RoutePeriod>> = {
  pro_a: {
    from: null,
    to: '2025-12-31',
    known:
      'La Pro-A a pris fin le 31 décembre 2025 ; celles commencées avant vont jusqu’à leur terme',
    wayOut:
      'Choisissez la période de reconversion, ou notez le jour de l’avenant, s’il est d’avant 2026, comme début du contrat.',
  },
  reconversion_period: {
    from: '2026-02-01',
    to: null,
    known: 'La période de reconversion existe depuis le 1er février 2026',
    wayOut: 'Vérifiez les dates ; un avenant d’avant 2026 relève de la Pro-A.',
  },
};

/** An entry by an access route, with the employment contracts of the learner. */
export interface RouteEntry {
  readonly route: AccessRoute;
  readonly startsOn: PlainDate;
  /** Last day, included; `null` when nobody knows it. */
  readonly endsOn: PlainDate | null;
  readonly contracts: readonly TrainingContract[];
}

/**
 * Whether an access route could be entered when this one was: the Pro-A until 31 December 2025, the
 * *période de reconversion* since 1 February 2026 (DOMAIN 7, 13; W22–W25). The day is that of the
 * contract, or of its *avenant*, where one of those that run during the training says its own; else
 * that of the entry, never that of the hiring. An entry within the period under a contract outside it
 * warns: the contract noted may be another than the *avenant*.
 *
 * @param isKept the route and the day were taken before: they are told, and never refused.
 */
export function checkRoutePeriod(entry: RouteEntry, isKept = false): readonly Finding[] {
  const period = routePeriods[entry.route];
  if (period === undefined) return [];
  const starts = listContractsDuring(entry.contracts, entry)
    .filter(({ hasOwnStart }) => hasOwnStart)
    .map(({ startsOn }) => startsOn);
  const days = starts.length > 0 ? starts : [entry.startsOn];
  if (days.some((day) => isWithin(period, day))) return [];
  const judged =
    starts.length > 0
      ? `le contrat commence le ${joinDays(starts)}`
      : `l’entrée est du ${formatDay(entry.startsOn)}`;
  return [
    {
      rule: 'enrolment.route-in-its-period',
      severity: isKept || isWithin(period, entry.startsOn) ? 'warning' : 'error',
      path: '/route',
      message: `${period.known}, et ${judged}. ${period.wayOut}`,
      source: 'DOMAIN 7, W22–W25',
    },
  ];
}

/** Whether a change leaves the access route and the day of an entry as they were taken. */
export const keepsRouteOfEntry = (
  before: { readonly route?: AccessRoute | null; readonly startsOn?: PlainDate | null },
  after: Pick<RouteEntry, 'route' | 'startsOn'>,
): boolean => before.route === after.route && before.startsOn === after.startsOn;

const isWithin = ({ from, to }: RoutePeriod, day: PlainDate): boolean =>
  (from === null || day >= from) && (to === null || day <= to);

const joinDays = (days: readonly PlainDate[]): string =>
  days.toSorted().map(formatDay).join(', et le ');
