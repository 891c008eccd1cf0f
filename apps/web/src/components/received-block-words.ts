import type { ReceivedBlockView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import type { Tone } from './state-badge.tsx';

/** Where a received block stands with the certifier. */
export const receivedStates: Record<
  ReceivedBlockView['state'],
  { readonly tone: Tone; readonly label: string }
> = {
  requested: { tone: 'warn', label: 'À confirmer' },
  approved: { tone: 'ok', label: 'Confirmé' },
  refused: { tone: 'bad', label: 'Refusé' },
};

/** « B1 « Accueil », jury du 18 juin 2026 (AFBB), sous « CQP 2022 » ». */
export const tellAcquired = ({ acquired, centre }: ReceivedBlockView): string =>
  `${acquired.code} « ${acquired.name} », jury du ${formatDay(acquired.decidedOn)} (${centre}), sous « ${acquired.acquiredUnder} »`;

/** « Confirmé le … par … : motif »; `null` without an answer. */
export function tellReceivedAnswer({ state, answer }: ReceivedBlockView): string | null {
  if (!answer) return null;
  const told = `${receivedStates[state].label} le ${formatDay(answer.answeredOn)} par ${answer.answeredBy}`;
  return answer.motive ? `${told} : ${answer.motive}` : told;
}
