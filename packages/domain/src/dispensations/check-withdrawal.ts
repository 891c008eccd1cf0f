import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Dispensation } from './dispensation.ts';

interface Withdrawal {
  readonly dispensation: Pick<Dispensation, 'state' | 'filedOn' | 'transmittedOn'>;
  /** The day on which the learner or the centre gave the request up; a real day. */
  readonly on: PlainDate;
  readonly motive: string;
  readonly today: PlainDate;
}

/**
 * Whether a request that was filed or transmitted may be withdrawn: not a draft, which is deleted,
 * nor one that the branch answered. It stays in the learner's file, and its hours may be asked again.
 * Empty when nothing stops it; else findings at `''`, `/on` or `/motive`.
 */
export function checkRequestWithdrawal({
  dispensation: { state, filedOn, transmittedOn },
  on,
  motive,
  today,
}: Withdrawal): readonly Finding[] {
  if (state !== 'filed' && state !== 'transmitted')
    return [error('dispensation.withdrawn-while-waiting', '', refusalOf(state))];
  const earlier = transmittedOn ?? filedOn;
  return [
    ...(earlier !== null && on < earlier
      ? [
          error(
            'dispensation.withdrawn-in-order',
            '/on',
            `Ce retrait serait avant l’étape précédente, du ${formatDay(earlier)} : vérifiez la date.`,
          ),
        ]
      : []),
    ...(on > today
      ? [
          error(
            'dispensation.withdrawn-not-ahead',
            '/on',
            `Le ${formatDay(on)} n’est pas encore passé : notez le retrait quand il a eu lieu.`,
          ),
        ]
      : []),
    ...(motive.trim() === ''
      ? [
          error(
            'dispensation.withdrawal-explained',
            '/motive',
            'Indiquez pourquoi la demande est retirée : le dossier le garde.',
          ),
        ]
      : []),
  ];
}

function refusalOf(state: Dispensation['state']): string {
  if (state === 'draft')
    return 'Un brouillon ne se retire pas : rien n’a été déposé, supprimez-le.';
  return state === 'withdrawn'
    ? 'Cette demande est déjà retirée.'
    : 'La branche a répondu : une réponse mal saisie se rectifie, la demande ne se retire plus.';
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 5.2, S0:L202',
});
