import { type ContractPeriod, isUnderContract } from '../enrolments/check-contracts.ts';
import { formatDay } from '../french-format.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';

export const fundingAnswers = ['accepted', 'refused'] as const;
export type FundingAnswer = (typeof fundingAnswers)[number];

/** What was sent to the OPCO, and what it answered; both `null` while it has not. */
export interface FundingRequest {
  readonly sentOn: PlainDate;
  /** The day on which the OPCO acknowledges having it; `null` while nobody has noted it. */
  readonly receivedOn: PlainDate | null;
  readonly answer: FundingAnswer | null;
  readonly answeredOn: PlainDate | null;
}

export interface FundingFacts {
  readonly route: AccessRoute;
  /** First day of the training. */
  readonly startsOn: PlainDate;
  /** The employer's contracts. */
  readonly contracts: readonly ContractPeriod[];
  /** From the first to the last; one that was refused may be followed by another. */
  readonly requests: readonly FundingRequest[];
}

export const fundingStates = [
  'to_send',
  'sent',
  'unanswered',
  'accepted',
  'accepted_by_silence',
  'refused',
] as const;
export type FundingState = (typeof fundingStates)[number];

/** What the office is reminded of: to send the paper of its route, or that the OPCO is silent. */
export type FundingReminder = 'contract_to_opco' | 'reconversion_to_opco' | 'opco_silence';

/** Where the funding of a course stands. Days are plain dates. */
export interface FundingStanding {
  readonly state: FundingState;
  /** « Cerfa 12434 ». */
  readonly paper: string;
  /** The day from which the days for sending are counted; `null` while no contract is known. */
  readonly countedFrom: PlainDate | null;
  /** First day for sending the paper; `null` when any day will do. */
  readonly opensOn: PlainDate | null;
  /** Last day for sending the paper; `null` while no contract is known. */
  readonly dueOn: PlainDate | null;
  /** It was sent, or still has to be, after that day. */
  readonly isLate: boolean;
  /** The day by which the OPCO answers what was sent last; `null` while nothing was. */
  readonly answerDueOn: PlainDate | null;
  /** What there is to be reminded of, with the day from which it is counted; `null` for nothing. */
  readonly reminder: { readonly kind: FundingReminder; readonly from: PlainDate } | null;
  /** A French sentence: where it stands and what remains to be done. */
  readonly sentence: string;
  readonly source: string;
}

/** Days that the OPCO has to answer. */
const answerDays = 20;

/**
 * The day from which the OPCO's days for answering run: « à compter de la réception des documents »
 * (Code du travail, D6325-2, R6324-2); the sending stands in while no reception is noted.
 */
const countAnswerFrom = ({ sentOn, receivedOn }: FundingRequest): PlainDate => receivedOn ?? sentOn;

interface PaperRule {
  readonly paper: string;
  readonly reminder: FundingReminder;
  readonly source: string;
  /** Whether no answer within the days is an agreement. */
  readonly isSilenceAgreement: boolean;
  /** The day that the days for sending are counted from; `null` while it is not known. */
  readonly findAnchor: (facts: FundingFacts) => PlainDate | null;
  /** The article that counts the days for the answer from the reception. */
  readonly answerArticle: string;
  /** Days from the anchor to the first day for sending; `null` when any will do. */
  readonly opens: number | null;
  /** Days from the anchor to the last day for sending. */
  readonly closes: number;
}

const paperRules: Partial<Record<AccessRoute, PaperRule>> = {
  professional_contract: {
    paper: 'Cerfa 12434',
    reminder: 'contract_to_opco',
    source: 'DOMAIN 7, S0:L210, W28, W40',
    isSilenceAgreement: true,
    findAnchor: findContractStart,
    answerArticle: 'D6325-2',
    opens: null,
    closes: 5,
  },
  // « Dans les trente jours précédant le début » (W23); W24 says after it: W23 is taken.
  reconversion_period: {
    paper: 'Cerfa 17613',
    reminder: 'reconversion_to_opco',
    source: 'DOMAIN 7, W22, W23',
    isSilenceAgreement: false,
    findAnchor: ({ startsOn }) => startsOn,
    answerArticle: 'R6324-2',
    opens: -30,
    closes: -1,
  },
};

/** Whether a paper goes to the OPCO for this access route (DOMAIN 7). */
export const hasFundingPaper = (route: AccessRoute): boolean => paperRules[route] !== undefined;

/**
 * Where the request for funding of a course stands: a *contrat de professionnalisation* is sent to
 * the OPCO at most 5 days after its start, the papers of a *période de reconversion* within the 30 days
 * before the training; the OPCO answers within 20 days of receiving it, or of the sending while no
 * reception is known, and of the former alone silence is an agreement (DOMAIN 7; W23, W28, W40; Code du
 * travail D6325-2, R6324-2). `null` for a route that sends the OPCO no paper of its own.
 */
export function readFunding(facts: FundingFacts, today: PlainDate): FundingStanding | null {
  const rule = paperRules[facts.route];
  if (!rule) return null;
  const countedFrom = rule.findAnchor(facts);
  const opensOn = countedFrom && rule.opens !== null ? addDays(countedFrom, rule.opens) : null;
  const dueOn = countedFrom && addDays(countedFrom, rule.closes);
  const request = facts.requests.at(-1);
  const common = { paper: rule.paper, source: rule.source, countedFrom, opensOn, dueOn };
  if (!request)
    return {
      ...common,
      state: 'to_send',
      isLate: dueOn !== null && today > dueOn,
      answerDueOn: null,
      reminder: remindToSend(rule, { countedFrom, dueOn }),
      sentence: tellUnsent(rule, { opensOn, dueOn }, today),
    };
  const from = countAnswerFrom(request);
  const answerDueOn = addDays(from, answerDays);
  const state = stateOf(rule, request, answerDueOn, today);
  return {
    ...common,
    state,
    isLate: dueOn !== null && request.sentOn > dueOn,
    source: `${rule.source} ; Code du travail, art. ${rule.answerArticle}`,
    answerDueOn,
    reminder: request.answer === null ? { kind: 'opco_silence', from } : null,
    sentence: [
      tellSent(rule, request, state, answerDueOn),
      ...(opensOn !== null && request.sentOn < opensOn
        ? [
            `Envoyé avant le ${formatDay(opensOn)}, où le délai s’ouvre : vérifiez que l’OPCO l’a pris.`,
          ]
        : []),
    ].join(' '),
  };
}

/** The contract that runs on the first day of the training, the last to begin; else the next one. */
function findContractStart({ contracts, startsOn }: FundingFacts): PlainDate | null {
  const starts = (some: readonly ContractPeriod[]) => some.map(({ from }) => from).toSorted();
  const running = starts(contracts.filter((one) => isUnderContract(one, startsOn)));
  const coming = starts(contracts.filter(({ from }) => from > startsOn));
  return running.at(-1) ?? coming[0] ?? null;
}

/** Counted from the contract's start, or back from the last day for sending. */
function remindToSend(
  { reminder: kind, opens }: PaperRule,
  { countedFrom, dueOn }: Pick<FundingStanding, 'countedFrom' | 'dueOn'>,
): FundingStanding['reminder'] {
  const from = opens === null ? countedFrom : dueOn;
  return from === null ? null : { kind, from };
}

function stateOf(
  { isSilenceAgreement }: PaperRule,
  { answer }: FundingRequest,
  answerDueOn: PlainDate,
  today: PlainDate,
): FundingState {
  if (answer !== null) return answer;
  if (today <= answerDueOn) return 'sent';
  return isSilenceAgreement ? 'accepted_by_silence' : 'unanswered';
}

function tellUnsent(
  { paper }: PaperRule,
  { opensOn, dueOn }: Pick<FundingStanding, 'opensOn' | 'dueOn'>,
  today: PlainDate,
): string {
  if (dueOn === null)
    return `${paper} à envoyer à l’OPCO. Indiquez l’employeur et la date d’embauche : le délai en dépend.`;
  if (opensOn !== null && today < opensOn)
    return `${paper} à envoyer à l’OPCO du ${formatDay(opensOn)} au ${formatDay(dueOn)}.`;
  return today > dueOn
    ? `${paper} à envoyer à l’OPCO : le délai a passé le ${formatDay(dueOn)}.`
    : `${paper} à envoyer à l’OPCO au plus tard le ${formatDay(dueOn)}.`;
}

function tellSent(
  { paper }: PaperRule,
  { sentOn, receivedOn, answeredOn }: FundingRequest,
  state: FundingState,
  answerDueOn: PlainDate,
): string {
  const sent = `${paper} envoyé à l’OPCO le ${formatDay(sentOn)}${receivedOn ? `, reçu le ${formatDay(receivedOn)}` : ''}`;
  const counted = receivedOn
    ? ''
    : ' Ce délai court de la réception : comptée ici du jour de l’envoi tant que l’accusé de réception n’est pas noté.';
  const answered = answeredOn && formatDay(answeredOn);
  switch (state) {
    case 'accepted':
      return `Prise en charge accordée par l’OPCO le ${answered}.`;
    case 'refused':
      return `Prise en charge refusée par l’OPCO le ${answered}. Corrigez le dossier et notez le nouvel envoi, ou changez de financeur.`;
    case 'accepted_by_silence':
      return `${sent}, sans réponse le ${formatDay(answerDueOn)} : son silence vaut accord${receivedOn ? '' : ', s’il l’a reçu le jour de l’envoi. Notez sa réception : le délai en court'}.`;
    case 'unanswered':
      return `${sent}, sans réponse le ${formatDay(answerDueOn)}. Relancez-le : son silence n’est pas un accord.`;
    default:
      return `${sent}. Il répond au plus tard le ${formatDay(answerDueOn)}.${counted}`;
  }
}
