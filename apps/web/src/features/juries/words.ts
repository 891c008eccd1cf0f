import type {
  BlockDecision,
  BlockProposal,
  College,
  ConflictKind,
  JurySessionState,
  OverallResult,
} from '@jalon/domain';
import type { Tone } from '../../components/state-badge.tsx';

interface Word {
  readonly label: string;
  readonly tone: Tone;
}

export const stateWords: Record<JurySessionState, Word> = {
  prepared: { label: 'en préparation', tone: 'mute' },
  open: { label: 'ouvert', tone: 'ready' },
  closed: { label: 'clos', tone: 'ok' },
};

export const resultWords: Record<OverallResult, Word> = {
  total: { label: 'total', tone: 'ok' },
  partial: { label: 'partiel', tone: 'warn' },
  refused: { label: 'refus', tone: 'bad' },
  adjourned: { label: 'ajourné', tone: 'mute' },
};

export const proposalWords: Record<BlockProposal, Word> = {
  acquired: { label: 'proposé acquis', tone: 'ok' },
  not_acquired: { label: 'proposé non acquis', tone: 'bad' },
  incomplete: { label: 'données incomplètes', tone: 'warn' },
};

export const decisionWords: Record<BlockDecision, Word> = {
  acquired: { label: 'Acquis', tone: 'ok' },
  not_acquired: { label: 'Non acquis', tone: 'bad' },
  adjourned: { label: 'Ajourné', tone: 'mute' },
};

export const collegeWords: Record<College, string> = {
  employer: 'Employeurs',
  employee: 'Salariés',
};

export const conflictWords: Record<ConflictKind, string> = {
  trainer: 'formateur',
  tutor: 'tuteur',
  employer: 'employeur',
  family: 'famille',
  other: 'autre lien',
};

export const kindWords = {
  training: 'formation',
  resit: 'nouvelle présentation',
  vae: 'VAE',
} as const;

/** Options of a Mantine select from a table of words. */
export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** « MD » for Dupuis Marc. */
export const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .reverse()
    .join('')
    .slice(0, 2)
    .toUpperCase();
