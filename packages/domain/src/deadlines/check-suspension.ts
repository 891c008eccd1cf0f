import type { Finding } from '../finding.ts';
import { formatDay, numberInWords } from '../french-format.ts';
import { addYears, type PlainDate } from '../plain-date.ts';
import type { EmploymentDates } from './compute-deadlines.ts';

export interface SuspensionInput {
  readonly fromOn: PlainDate;
  /** Last day suspended. */
  readonly toOn: PlainDate;
  readonly employment: Omit<EmploymentDates, 'regimeOverride'> & {
    readonly endsOn: PlainDate | null;
  };
  readonly today: PlainDate;
}

/** As long as the longest of the clocks that it stops, and no further ahead. */
const maxYears = 3;

/**
 * Whether the clocks of an employment may stand still between two days (DOMAIN 6, Q9): in order,
 * while that employment binds, and for no longer than the longest clock runs. Paths point into the
 * days.
 */
export function checkSuspension(input: SuspensionInput): readonly Finding[] {
  const { fromOn, toOn, employment, today } = input;
  if (toOn < fromOn)
    return [
      error('suspension.ends-after-start', '/toOn', 'La suspension finit après avoir commencé.'),
    ];
  const { hireDate, dutyStartOn, cpamContractSignedOn, endsOn } = employment;
  const [firstDay] = [hireDate, dutyStartOn, cpamContractSignedOn]
    .filter((day) => day !== null)
    .toSorted();
  if (firstDay !== undefined && toOn < firstDay) {
    const message = `Rien ne court avant le ${formatDay(firstDay)} chez cet employeur : vérifiez les dates.`;
    return [error('suspension.while-employed', '/toOn', message)];
  }
  if (endsOn !== null && fromOn > endsOn) {
    const message = `Ce contrat a fini le ${formatDay(endsOn)} : ses délais n’ont plus à être suspendus.`;
    return [error('suspension.while-employed', '/fromOn', message)];
  }
  if (fromOn > addYears(today, maxYears)) {
    const message = `Cette suspension commence dans plus de ${numberInWords(maxYears)} ans : vérifiez l’année.`;
    return [error('suspension.year-believed', '/fromOn', message)];
  }
  if (toOn < addYears(fromOn, maxYears)) return [];
  const message = `Une suspension dure ${numberInWords(maxYears)} ans au plus : vérifiez l’année, ou notez-en une seconde.`;
  return [error('suspension.at-most-3-years', '/toOn', message)];
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 6',
});
