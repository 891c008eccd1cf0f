import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { isRegisteredOn } from '../frameworks/is-registered-on.ts';
import { formatDay } from '../french-format.ts';
import { addDays, type PlainDate } from '../plain-date.ts';

/**
 * Warns when the certification is not registered on the day of entry (DOMAIN 3.3, W19), and says
 * when no sheet at all runs that day, as from 25/04 to 24/06/2025. Only the entry counts: a
 * candidate who began in time may finish later (art. L6113-9).
 *
 * @param versions those that the centre has published, to find a sheet of the same certification that
 *   does run.
 */
export function checkFrameworkOnEntry(
  framework: Framework,
  entryDate: PlainDate,
  versions: readonly Framework[],
): readonly Finding[] {
  if (framework.certification === null || isRegisteredOn(framework, entryDate)) return [];
  const { name, rncp, registeredFrom, registeredTo } = framework.certification;
  const sheet = rncp ?? name;
  const siblings = versions.filter((version) => version.certification?.name === name);
  const isAfter = registeredTo !== null && entryDate > registeredTo;
  const when =
    isAfter && registeredTo !== null
      ? `n’est plus enregistrée depuis le ${formatDay(addDays(registeredTo, 1))}`
      : `n’est enregistrée qu’à partir du ${formatDay(registeredFrom ?? entryDate)}`;
  const running = siblings.find((version) => isRegisteredOn(version, entryDate));
  const isHole = running === undefined && hasNeighbours(siblings, entryDate);
  return [
    {
      rule: isHole ? 'enrolment.entry-in-registration-hole' : 'enrolment.registered-on-entry',
      severity: 'warning',
      path: '/startsOn',
      message: `Le ${formatDay(entryDate)}, la fiche ${sheet} ${when}${describeWayOut(running, isHole)}`,
      source: 'DOMAIN 3.3, W8, W19',
    },
  ];
}

function describeWayOut(running: Framework | undefined, isHole: boolean): string {
  if (running !== undefined) {
    return ` : choisissez la version « ${running.title} », enregistrée ce jour-là.`;
  }
  if (isHole) {
    return ' et aucune autre ne l’est ce jour-là : le niveau pourrait ne pas être reconnu, demandez à la CPNEFP.';
  }
  return ' : le niveau pourrait ne pas être reconnu, vérifiez la date ou la version.';
}

/** One sheet ended before the day and another begins after it. */
const hasNeighbours = (versions: readonly Framework[], day: PlainDate): boolean =>
  versions.some(({ certification }) => (certification?.registeredTo ?? day) < day) &&
  versions.some(({ certification }) => (certification?.registeredFrom ?? day) > day);
