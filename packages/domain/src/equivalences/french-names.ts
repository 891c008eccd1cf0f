import type { EquivalenceState } from '../vocabulary.ts';

/** How people read the state of an equivalence. */
export const equivalenceStateNames: Record<EquivalenceState, string> = {
  requested: 'Demandée au certificateur',
  approved: 'Approuvée',
  refused: 'Refusée',
};
