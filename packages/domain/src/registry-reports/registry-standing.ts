import { type Finding, hasError } from '../finding.ts';
import { countNoun, formatDay } from '../french-format.ts';
import { addMonths, daysBetween, type PlainDate } from '../plain-date.ts';
import type { RegistryAnswer } from '../vocabulary.ts';

/** Where a certified person stands before the registry. */
export const registryStates = ['to_complete', 'to_send', 'rejected', 'sent', 'accepted'] as const;
export type RegistryState = (typeof registryStates)[number];

/** One sending of a person, and what the registry answered; `null` while it has not. */
export interface RegistrySending {
  readonly sentOn: PlainDate;
  readonly answer: RegistryAnswer | null;
  readonly message: string | null;
}

export interface RegistryStanding {
  readonly state: RegistryState;
  /** Goes into the next file: never sent or rejected, and nothing mandatory is missing. */
  readonly isDue: boolean;
  /** Last day of the three months from the delivery (W72, W73). */
  readonly dueOn: PlainDate;
  /** Negative when late; `null` once sent, unless it was rejected. */
  readonly daysLeft: number | null;
  /** Day it was last sent, when no answer asks for another sending. */
  readonly settledOn: PlainDate | null;
  readonly sentence: string;
}

/** Where the limit of three months is written. */
export const registryLimitSource = 'Arrêté du 21 mai 2021 (W72, W73)';

/** Last day to transmit a certificate delivered on `issuedOn`: three months (R6113-17-1, W72, W73). */
export const registryDueOn = (issuedOn: PlainDate): PlainDate => addMonths(issuedOn, 3);

/**
 * Where somebody stands: an accepted passage is never sent again, one without an answer not twice,
 * only a rejected one is sent again (W75). `sendings` are in the order of time; the last one counts.
 */
export function tellRegistryStanding(input: {
  readonly issuedOn: PlainDate;
  readonly findings: readonly Finding[];
  readonly sendings: readonly RegistrySending[];
  readonly today: PlainDate;
}): RegistryStanding {
  const { issuedOn, findings, sendings, today } = input;
  const last = sendings.at(-1);
  const isIncomplete = hasError(findings);
  const state = stateOf(last, isIncomplete);
  const dueOn = registryDueOn(issuedOn);
  const isOpen = state === 'to_complete' || state === 'to_send' || state === 'rejected';
  const daysLeft = isOpen ? daysBetween(today, dueOn) : null;
  return {
    state,
    isDue: isOpen && !isIncomplete,
    dueOn,
    daysLeft,
    settledOn: isOpen ? null : (last?.sentOn ?? null),
    sentence: [
      tellState(state, last),
      ...(isOpen ? [tellLimit(dueOn, daysBetween(today, dueOn))] : []),
    ].join(' '),
  };
}

function stateOf(last: RegistrySending | undefined, isIncomplete: boolean): RegistryState {
  if (!last) return isIncomplete ? 'to_complete' : 'to_send';
  return last.answer ?? 'sent';
}

function tellState(state: RegistryState, last: RegistrySending | undefined): string {
  const on = last ? formatDay(last.sentOn) : '';
  const told: Record<RegistryState, string> = {
    to_complete: 'Une donnée obligatoire manque.',
    to_send: 'Prêt à transmettre.',
    rejected: `Envoyé le ${on}, rejeté : ${sayWhy(last?.message)} Corrigez, puis renvoyez.`,
    sent: `Envoyé le ${on}, la Caisse des Dépôts n’a pas encore répondu.`,
    accepted: `Envoyé le ${on}, accepté.`,
  };
  return told[state];
}

const sayWhy = (message: string | null | undefined): string =>
  message ? `« ${message.replace(/\.$/, '')} ».` : 'sans motif.';

const tellLimit = (dueOn: PlainDate, daysLeft: number): string =>
  daysLeft < 0
    ? `Le délai de 3 mois est passé depuis le ${formatDay(dueOn)}.`
    : `À transmettre avant le ${formatDay(dueOn)} (${countNoun(daysLeft, 'jour')}).`;
