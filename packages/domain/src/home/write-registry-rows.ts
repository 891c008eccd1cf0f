import { countNoun, formatDay } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { UnreportedCertificate } from './home-facts.ts';
import { listNames } from './list-names.ts';
import type { MenuUrgency } from './menu-count.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Days before the limit from which a sending that is not made is at risk. */
const nearDays = 30;

/** How pressing a sending to the registry is: past its three months, within 30 days of them, or not. */
export function registryUrgency(dueOn: PlainDate, today: PlainDate): MenuUrgency {
  const days = daysBetween(today, dueOn);
  return days < 0 ? 'late' : days <= nearDays ? 'at_risk' : 'waiting';
}

/**
 * Those whom the Caisse des Dépôts must still be told of, in one row: the days are those of the
 * nearest limit (W72, W73), once it is near.
 */
export function writeUnreported(
  people: readonly UnreportedCertificate[],
  today: PlainDate,
): UrgentRow[] {
  const [first] = people.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  if (!first) return [];
  const days = daysBetween(today, first.dueOn);
  const limit =
    days < 0
      ? `Délai de 3 mois passé depuis le ${formatDay(first.dueOn)}`
      : `3 mois après la délivrance : avant le ${formatDay(first.dueOn)}`;
  const rejected = people.filter(({ state }) => state === 'rejected').length;
  const incomplete = people.filter(({ state }) => state === 'to_complete').length;
  const parts = [
    limit,
    ...(rejected > 0 ? [countNoun(rejected, 'rejeté à corriger', 'rejetés à corriger')] : []),
    ...(incomplete > 0 ? [countNoun(incomplete, 'fiche à compléter', 'fiches à compléter')] : []),
    ...(people.length > 1 ? [listNames(people.map(({ name }) => name))] : []),
  ];
  return [
    {
      kind: 'registry',
      days: registryUrgency(first.dueOn, today) === 'waiting' ? null : days,
      subject: people.length === 1 ? first.name : countNoun(people.length, 'certifié'),
      fact: 'à transmettre à la Caisse des Dépôts',
      why: `${parts.join('. ')}.`,
      actions: [
        act('report_to_registry', 'Transmettre', first.enrolmentId),
        act('read_registry_reports', 'Voir l’accrochage', first.enrolmentId),
      ],
      phone: null,
    },
  ];
}
