import type { Answer } from '@jalon/contract';
import type { Tone } from '../../components/state-badge.tsx';

export type AppraisalRow = Answer<'GET /appraisals'>['rows'][number];
type State = AppraisalRow['state'];

const words: Record<State, { label: string; tone: Tone }> = {
  to_resend: { label: 'à redemander', tone: 'bad' },
  on_paper: { label: 'sur papier', tone: 'warn' },
  sent: { label: 'envoyée', tone: 'mute' },
  opened: { label: 'ouverte', tone: 'ready' },
  draft: { label: 'brouillon', tone: 'ready' },
  signed: { label: 'signée', tone: 'ok' },
  ended: { label: 'sans objet', tone: 'mute' },
};

/** The state as a word on its colour; lateness comes before everything else. */
export const stateWords = ({ state, isLate }: Pick<AppraisalRow, 'state' | 'isLate'>) =>
  isLate ? { label: 'en retard', tone: 'bad' as const } : words[state];
