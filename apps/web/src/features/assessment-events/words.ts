import type { AssessmentEventHeader, AssessmentEventView } from '@jalon/contract';
import { countNoun, formatDay, formatLongDay, formatTime, joinWords } from '@jalon/domain';
import type { Tone } from '../../components/state-badge.tsx';

export type EventView = AssessmentEventView;
export type Candidate = EventView['candidates'][number];

/** « jeudi 3 décembre 2026, 9 h – 12 h 30 ». */
export const whenOf = ({
  heldOn,
  startsAt,
  minutes,
}: Pick<AssessmentEventHeader, 'heldOn' | 'startsAt' | 'minutes'>): string =>
  `${formatLongDay(heldOn)}, ${formatTime(startsAt)} – ${formatTime(startsAt + minutes)}`;

export const assessorsOf = ({ assessors }: Pick<AssessmentEventHeader, 'assessors'>): string =>
  joinWords(assessors.map(({ name }) => name));

/** Where an event stands, in a word and its colour. */
export function nameEvent(
  event: AssessmentEventHeader,
  today: string,
): { readonly tone: Tone; readonly word: string } {
  const { cancelReason, heldOn, candidateCount, summonedCount, markedCount, toMarkCount } = event;
  if (cancelReason !== null) return { tone: 'mute', word: 'annulée' };
  if (markedCount >= toMarkCount) return { tone: 'ok', word: 'notée' };
  const left = countNoun(toMarkCount - markedCount, 'épreuve à noter', 'épreuves à noter');
  if (heldOn < today) return { tone: 'warn', word: left };
  if (heldOn === today) return { tone: 'ready', word: left };
  if (summonedCount === 0) return { tone: 'warn', word: 'à convoquer' };
  if (summonedCount < candidateCount)
    return { tone: 'warn', word: `${candidateCount - summonedCount} à convoquer` };
  return { tone: 'ok', word: 'convoquée' };
}

/** The state of a candidate's convocation in a word and its colour. */
export function nameSummons({ summons }: Candidate): {
  readonly tone: Tone;
  readonly word: string;
} {
  const { state, sending } = summons;
  if (state === 'none')
    return summons.obstacle
      ? { tone: 'warn', word: 'pas convoqué' }
      : { tone: 'mute', word: 'à convoquer' };
  if (sending?.state === 'given_up') return { tone: 'bad', word: 'mail non parti' };
  if (sending?.state === 'refused') return { tone: 'warn', word: 'mail refusé' };
  if (state === 'outdated') return { tone: 'warn', word: 'à reconvoquer' };
  return sending?.state === 'left'
    ? { tone: 'ok', word: 'convoqué' }
    : { tone: 'ready', word: 'en cours d’envoi' };
}

/** When it was asked, whether its mail has left, or why it cannot. */
export function tellSummons({ summons }: Candidate): string {
  const { state, lastSentAt, sending, obstacle } = summons;
  if (state === 'none' || lastSentAt === null) return obstacle ?? 'Pas encore convoqué.';
  const askedOn = `Convocation du ${formatDay(lastSentAt.slice(0, 10))}`;
  if (state === 'outdated') return `${askedOn} ; la séance a changé depuis.`;
  if (sending?.state === 'left') return `${askedOn} : le mail est parti.`;
  return `${askedOn}. ${sending?.words ?? 'Le mail se prépare.'}`;
}

/** Those who wait for a convocation: the first one, or one again. */
export const isDue = ({ summons }: Candidate): boolean =>
  summons.obstacle === null && (summons.state === 'none' || summons.state === 'outdated');
