import type { EquivalenceView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import type { Tone } from './state-badge.tsx';

export const stateTones: Record<EquivalenceView['state'], Tone> = {
  requested: 'warn',
  approved: 'ok',
  refused: 'bad',
};

type Block = EquivalenceView['sought'];

/** « B1 « Accueil », de « CQP 2022 » (RNCP36358) ». */
export const nameBlock = ({ blockCode, blockName, frameworkTitle, rncp }: Block): string =>
  `${blockCode} « ${blockName} », de « ${frameworkTitle} »${rncp ? ` (${rncp})` : ''}`;

/** Where it stands: « demandée le … par … », « approuvée le … par … ». */
export function tellState({ state, requestedOn, requestedBy, answer }: EquivalenceView): string {
  if (!answer) return `demandée le ${formatDay(requestedOn)} par ${requestedBy}`;
  const word = state === 'approved' ? 'approuvée' : 'refusée';
  return `${word} le ${formatDay(answer.answeredOn)} par ${answer.answeredBy}`;
}
