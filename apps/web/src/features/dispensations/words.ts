import type { DispensationView } from '@jalon/contract';
import type { Tone } from '../../components/state-badge.tsx';

export const stateTones: Record<DispensationView['state'], Tone> = {
  draft: 'mute',
  filed: 'ready',
  transmitted: 'warn',
  granted: 'ok',
  partial: 'ok',
  refused: 'bad',
  withdrawn: 'mute',
};

/** « B2 · tout le bloc » or « B2 · Télémédecine ». */
export const describeScope = (one: DispensationView): string =>
  `${one.blockCode} · ${one.moduleName ?? 'tout le bloc'}`;

/** What the centre does next, by the state. */
export const centreSteps: Record<DispensationView['state'], string> = {
  draft: 'À déposer avec ses pièces',
  filed: 'À transmettre à la branche',
  transmitted: 'Réponse de la branche à noter',
  granted: 'Rien à faire',
  partial: 'Rien à faire',
  refused: 'Rien à faire',
  withdrawn: 'Rien à faire',
};

/** The same for whoever decides. */
export const certifierSteps: typeof centreSteps = {
  ...centreSteps,
  transmitted: 'Votre décision est attendue',
  granted: 'Votre décision est rendue',
  partial: 'Votre décision est rendue',
  refused: 'Votre décision est rendue',
  withdrawn: 'Le centre a retiré sa demande',
};
