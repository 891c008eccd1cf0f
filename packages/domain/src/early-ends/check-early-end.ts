import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';
import type { EarlyEnd, EarlyEndStanding } from './read-early-end.ts';

const source = 'DOMAIN 7';

/** What stops a declaration from being noted as it was typed; at its field. */
export function checkEarlyEnd(
  { endedOn, declaredOn }: EarlyEnd,
  today: PlainDate,
): readonly Finding[] {
  const error = (rule: string, message: string): readonly Finding[] => [
    { rule, severity: 'error', path: '/declaredOn', message, source },
  ];
  if (declaredOn > today)
    return error(
      'early-end.declared-by-today',
      'Ce jour n’est pas encore venu : notez la déclaration une fois faite.',
    );
  if (declaredOn >= endedOn) return [];
  return error(
    'early-end.declared-after-end',
    `La déclaration est avant la fin du ${formatDay(endedOn)}.`,
  );
}

/** Why no declaration is noted: there is no early end, or it is declared. `[]` when one can be. */
export function checkNewEarlyEnd(standing: EarlyEndStanding | null): readonly Reason[] {
  const refuse = (rule: string, facts: string): readonly Reason[] => [
    { rule, met: false, facts, source },
  ];
  if (standing === null)
    return refuse(
      'early-end.ended-early',
      'Aucune fin anticipée à déclarer : seule une période de reconversion abandonnée avant son terme l’est.',
    );
  if (standing.settledOn === null) return [];
  return refuse(
    'early-end.declared-once',
    `Cette fin est déjà déclarée, le ${formatDay(standing.settledOn)} : corrigez-la.`,
  );
}
