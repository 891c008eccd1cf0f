import type { Finding } from '../finding.ts';
import { formatDay, numberInWords } from '../french-format.ts';
import { addYears, type PlainDate } from '../plain-date.ts';
import { isSiret } from './check-siret.ts';

/** What is typed of one employment; days or `null`. */
export interface EmploymentFacts {
  readonly siret: string | null;
  readonly hireDate: PlainDate;
  readonly dutyStartOn: PlainDate | null;
  readonly cpamContractSignedOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  /** First day of the contract where it is not the hiring. */
  readonly contractStartsOn: PlainDate | null;
}

const dates = [
  'hireDate',
  'dutyStartOn',
  'cpamContractSignedOn',
  'endsOn',
  'contractStartsOn',
] as const;
type EmploymentDates = Pick<EmploymentFacts, (typeof dates)[number]>;
type FormerDates = Readonly<Partial<Record<keyof EmploymentDates, PlainDate | null>>>;

const source = 'DOMAIN 6, W16';

/** The « avenant 7 » of 2019 made the contracts with the CPAM: none was signed before (W16). */
const contractsFrom = '2019-01-01';
/** A working life. */
const careerYears = 50;
/** Hirings and signatures are planned some time ahead, ends of contracts further. */
const plannedYears = 3;
const contractYears = 10;

/**
 * Checks the dates and number of an employment on `today`. Duties cannot start before the hiring,
 * nor an employment end before it began; the CPAM contract may be signed before or after the
 * hiring. A date that only a slip of the year explains is refused at its field, unless the
 * employment has it already (`before`): it is not asked again when it grows old. Paths point into
 * the facts; every finding is an error.
 */
export function checkEmployment(
  facts: EmploymentFacts,
  today: PlainDate,
  before: FormerDates = {},
): readonly Finding[] {
  const { siret, hireDate, dutyStartOn, endsOn, contractStartsOn } = facts;
  const findings: Finding[] = [...checkYears(facts, today, before)];
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
  if (contractStartsOn !== null && contractStartsOn < hireDate) {
    findings.push(
      error(
        'employment.contract-after-hire',
        '/contractStartsOn',
        `Le contrat ne peut pas commencer avant l’embauche du ${formatDay(hireDate)}.`,
      ),
    );
  }
  if (endsOn !== null && contractStartsOn !== null && endsOn < contractStartsOn) {
    findings.push(
      error(
        'employment.ends-after-start',
        '/endsOn',
        `Le contrat ne peut pas finir avant de commencer, le ${formatDay(contractStartsOn)}.`,
      ),
    );
  } else if (endsOn !== null && endsOn < hireDate) {
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

function checkYears(
  facts: EmploymentDates,
  today: PlainDate,
  before: FormerDates,
): readonly Finding[] {
  return dates.flatMap((name) => {
    const day = facts[name];
    if (day === null || day === before[name]) return [];
    const ahead = name === 'endsOn' ? contractYears : plannedYears;
    const said = sayTooFar(day, today, ahead) ?? sayTooEarly(name, day, today);
    if (said === null) return [];
    const message = `Le ${formatDay(day)}, ${said}. Vérifiez l’année.`;
    return [error('employment.year-believed', `/${name}`, message)];
  });
}

const sayTooFar = (day: PlainDate, today: PlainDate, years: number): string | null =>
  day > addYears(today, years) ? `c’est dans plus de ${numberInWords(years)} ans` : null;

function sayTooEarly(
  name: (typeof dates)[number],
  day: PlainDate,
  today: PlainDate,
): string | null {
  if (name === 'cpamContractSignedOn')
    return day < contractsFrom
      ? 'aucun contrat d’assistant médical n’était signé avec la CPAM : ils datent de 2019'
      : null;
  return day < addYears(today, -careerYears) ? `c’est il y a plus de ${careerYears} ans` : null;
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
