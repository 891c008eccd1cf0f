import type { DispensationState } from '../vocabulary.ts';

/** How people read the state of a dispensation. */
export const dispensationStateNames: Record<DispensationState, string> = {
  draft: 'Brouillon',
  filed: 'Déposée',
  transmitted: 'Transmise à la branche',
  granted: 'Accordée',
  partial: 'Accordée en partie',
  refused: 'Refusée',
  withdrawn: 'Retirée',
};
