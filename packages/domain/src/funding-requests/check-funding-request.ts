import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';
import type { AccessRoute } from '../vocabulary.ts';
import { type FundingRequest, hasFundingPaper } from './read-funding.ts';

const source = 'DOMAIN 7';

/** What stops a sending or an answer from being noted as it was typed; each at its field. */
export function checkFundingRequest(
  { sentOn, receivedOn, answer, answeredOn }: FundingRequest,
  today: PlainDate,
): readonly Finding[] {
  const error = (rule: string, path: string, message: string): Finding => ({
    rule,
    severity: 'error',
    path,
    message,
    source,
  });
  return [
    ...(sentOn > today
      ? [
          error(
            'funding.sent-by-today',
            '/sentOn',
            'Ce jour n’est pas encore venu : notez l’envoi une fois fait.',
          ),
        ]
      : []),
    ...(receivedOn !== null && receivedOn < sentOn
      ? [
          error(
            'funding.received-after-sending',
            '/receivedOn',
            `La réception est avant l’envoi du ${formatDay(sentOn)}.`,
          ),
        ]
      : []),
    ...(receivedOn !== null && receivedOn > today
      ? [error('funding.received-by-today', '/receivedOn', 'Ce jour n’est pas encore venu.')]
      : []),
    ...(receivedOn !== null && answeredOn !== null && answeredOn < receivedOn
      ? [
          error(
            'funding.answered-after-reception',
            '/answeredOn',
            `La réponse est avant la réception du ${formatDay(receivedOn)}.`,
          ),
        ]
      : []),
    ...(answer !== null && answeredOn === null
      ? [error('funding.answer-dated', '/answeredOn', 'Indiquez le jour de la réponse.')]
      : []),
    ...(answer === null && answeredOn !== null
      ? [error('funding.answer-said', '/answer', 'Indiquez ce que l’OPCO a répondu.')]
      : []),
    ...(answeredOn !== null && answeredOn < sentOn
      ? [
          error(
            'funding.answered-after-sending',
            '/answeredOn',
            `La réponse est avant l’envoi du ${formatDay(sentOn)}.`,
          ),
        ]
      : []),
    ...(answeredOn !== null && answeredOn > today
      ? [error('funding.answered-by-today', '/answeredOn', 'Ce jour n’est pas encore venu.')]
      : []),
  ];
}

/**
 * Why no new sending is noted: the route sends the OPCO no paper, or the last one waits for its
 * answer or has it. `[]` when one can be.
 */
export function checkNewFundingRequest(
  route: AccessRoute,
  requests: readonly FundingRequest[],
): readonly Reason[] {
  if (!hasFundingPaper(route))
    return [
      {
        rule: 'funding.route-has-paper',
        met: false,
        facts: 'Cette voie d’accès n’envoie pas de dossier à l’OPCO.',
        source,
      },
    ];
  const last = requests.at(-1);
  if (!last || last.answer === 'refused') return [];
  return [
    {
      rule: 'funding.after-refusal',
      met: false,
      facts: `Un dossier est déjà parti le ${formatDay(last.sentOn)} : corrigez-le. Un autre ne le suit qu’après un refus.`,
      source,
    },
  ];
}
