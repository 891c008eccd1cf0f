import type { Framework } from '../frameworks/framework.ts';
import { isRegisteredOn } from '../frameworks/is-registered-on.ts';
import { nameSheet } from '../frameworks/name-sheet.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';

/**
 * What whoever issues a title is told when its certification is not registered that day; `null` while
 * it is. A level is granted with a registration that runs on the day of delivery, unless the training
 * began while it ran (DOMAIN 3.3, W19, art. L6113-9): `met` says whether it did. The office decides.
 */
export function tellRegistration({
  framework,
  enteredOn,
  issuedOn,
}: {
  readonly framework: Framework;
  readonly enteredOn: PlainDate;
  readonly issuedOn: PlainDate;
}): Reason | null {
  const { certification } = framework;
  if (certification === null || isRegisteredOn(framework, issuedOn)) return null;
  const { name, rncp, registeredTo } = certification;
  const since =
    registeredTo !== null && registeredTo < issuedOn
      ? `est échue depuis le ${formatDay(registeredTo)}`
      : 'n’est pas encore enregistrée';
  const met = isRegisteredOn(framework, enteredOn);
  const entry = `la formation a commencé le ${formatDay(enteredOn)}`;
  return {
    rule: 'certificate.registered-on-issue',
    met,
    facts: `La fiche ${rncp ? nameSheet(rncp) : name} ${since}. ${
      met
        ? `Le niveau reste reconnu : ${entry}, quand elle courait.`
        : `Le niveau pourrait ne pas être reconnu : ${entry}, hors enregistrement. Demandez au certificateur avant de délivrer.`
    }`,
    source: 'DOMAIN 3.3, W19',
  };
}
