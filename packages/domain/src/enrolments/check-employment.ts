import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import { isSiret } from './check-siret.ts';

/** What is typed of one employment; days or `null`. */
export interface EmploymentFacts {
  readonly siret: string | null;
  readonly hireDate: PlainDate;
  readonly dutyStartOn: PlainDate | null;
  readonly cpamContractSignedOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
}

const source = 'DOMAIN 6';

/**
 * Checks the dates and number of an employment. Duties cannot start before the hiring, nor an
 * employment end before it began; the CPAM contract may be signed at any time. Paths point into the
 * facts; every finding is an error.
 */
export function checkEmployment(facts: EmploymentFacts): readonly Finding[] {
  const { siret, hireDate, dutyStartOn, endsOn } = facts;
  const findings: Finding[] = [];
  if (siret !== null && !isSiret(siret)) {
    findings.push(
      error(
        'employment.siret-key',
        '/siret',
        'Ce SIRET n’est pas valable : 14 chiffres, vérifiez qu’aucun n’est inversé.',
      ),
    );
  }
  if (dutyStartOn !== null && dutyStartOn < hireDate) {
    findings.push(
      error(
        'employment.duty-after-hire',
        '/dutyStartOn',
        `La prise de fonction ne peut pas précéder l’embauche du ${formatDay(hireDate)}.`,
      ),
    );
  }
  if (endsOn !== null && endsOn < hireDate) {
    findings.push(
      error(
        'employment.ends-after-hire',
        '/endsOn',
        `Le contrat ne peut pas finir avant l’embauche du ${formatDay(hireDate)}.`,
      ),
    );
  }
  return findings;
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
