import type { SummonsRow } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import type { Tone } from '../state-badge.tsx';

/** The state of a convocation in a word and its colour. */
export function nameSummons({ state, obstacle }: SummonsRow): { tone: Tone; word: string } {
  if (obstacle) return { tone: 'warn', word: 'impossible' };
  if (state === 'sent') return { tone: 'ok', word: 'à jour' };
  if (state === 'sending') return { tone: 'ready', word: 'en cours' };
  return state === 'outdated'
    ? { tone: 'warn', word: 'à renvoyer' }
    : { tone: 'mute', word: 'à envoyer' };
}

/** Why, in one line. */
export function tellSummons({ state, obstacle, lastSentAt, slotCount }: SummonsRow): string {
  if (obstacle) return obstacle;
  const sentOn = lastSentAt ? `Envoyée le ${formatDay(lastSentAt.slice(0, 10))}` : '';
  if (state === 'outdated') return `${sentOn} ; le calendrier a changé depuis.`;
  if (state === 'none')
    return `Pas encore envoyée : ${countNoun(slotCount, 'demi-journée')} à venir.`;
  return state === 'sending' ? `${sentOn}, elle part.` : `${sentOn}.`;
}

/** Those who wait for a convocation: the first one, or one again. */
export const isDue = ({ state, obstacle }: SummonsRow): boolean =>
  obstacle === null && (state === 'none' || state === 'outdated');
