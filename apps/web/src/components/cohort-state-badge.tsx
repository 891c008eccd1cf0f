import type { CohortState } from '@jalon/domain';
import { StateBadge, type Tone } from './state-badge.tsx';

/** The states of a cohort as people say them. */
export const cohortStateWords: Readonly<Record<CohortState, string>> = {
  draft: 'Brouillon',
  planned: 'Planifiée',
  running: 'En cours',
  postponed: 'Reportée',
  completed: 'Terminée',
};

const tones: Readonly<Record<CohortState, Tone>> = {
  draft: 'mute',
  planned: 'ready',
  running: 'ready',
  postponed: 'warn',
  completed: 'ok',
};

/** The state of a cohort, in a word. */
export const CohortStateBadge = ({ state }: { readonly state: CohortState }) => (
  <StateBadge tone={tones[state]}>{cohortStateWords[state]}</StateBadge>
);
