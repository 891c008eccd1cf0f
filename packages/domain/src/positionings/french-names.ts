import type { PositioningOutcome } from '../vocabulary.ts';

/** How people read what a positioning led to. */
export const positioningOutcomeNames: Record<PositioningOutcome, string> = {
  admitted: 'Admission',
  adapted: 'Admission avec adaptation',
  refused: 'Décision de refus',
};
