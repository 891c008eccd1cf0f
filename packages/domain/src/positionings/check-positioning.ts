import type { Finding } from '../finding.ts';
import type { PlainDate } from '../plain-date.ts';
import { positioningSource } from '../planning/say-positioning.ts';
import type { PositioningOutcome } from '../vocabulary.ts';

/** The trace of one learner's positioning, as somebody writes it down. */
export interface Positioning {
  readonly heldOn: PlainDate;
  /** Who led it and decided. */
  readonly ledBy: string;
  readonly outcome: PositioningOutcome;
  /** What of the course is adapted; `null` otherwise. */
  readonly adaptation: string | null;
  /** Why it was decided; may be `null` for an admission. */
  readonly motive: string | null;
}

interface Writing extends Positioning {
  /** Why a trace already written is put right; `null` for the first one. */
  readonly because: string | null;
  /** Whether another trace stands, that this one replaces. */
  readonly isCorrection: boolean;
}

/**
 * What stops a trace from being written as it was typed, each at its field: it was held, somebody led
 * it, a refusal and an adaptation say why, an adaptation what (DOMAIN 5.3; it also feeds indicator 10),
 * and a correction why.
 */
export function checkPositioning(trace: Writing, today: PlainDate): readonly Finding[] {
  const { heldOn, outcome, adaptation, motive, because, isCorrection } = trace;
  const isBlank = (text: string | null) => !text?.trim();
  return [
    ...(heldOn > today
      ? [
          error(
            'positioning.held-by-today',
            '/heldOn',
            'Ce jour n’est pas encore venu : notez le positionnement une fois mené.',
          ),
        ]
      : []),
    ...(isBlank(trace.ledBy)
      ? [error('positioning.led-by', '/ledBy', 'Indiquez qui a mené le positionnement.')]
      : []),
    ...(outcome === 'adapted' && isBlank(adaptation)
      ? [
          error(
            'positioning.adaptation-said',
            '/adaptation',
            'Indiquez ce qui est adapté dans le parcours.',
          ),
        ]
      : []),
    ...(outcome !== 'adapted' && !isBlank(adaptation)
      ? [
          error(
            'positioning.adaptation-chosen',
            '/outcome',
            'Une adaptation est décrite : choisissez « Admission avec adaptation », ou effacez-la.',
          ),
        ]
      : []),
    ...(outcome !== 'admitted' && isBlank(motive)
      ? [error('positioning.outcome-explained', '/motive', motiveAsked[outcome])]
      : []),
    ...(isCorrection && isBlank(because)
      ? [
          error(
            'positioning.correction-explained',
            '/because',
            'Indiquez pourquoi la trace est corrigée : la précédente reste au dossier.',
          ),
        ]
      : []),
  ];
}

const motiveAsked = {
  refused: 'Indiquez pourquoi la candidature est refusée.',
  adapted: 'Indiquez pourquoi le parcours est adapté.',
} as const;

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: positioningSource,
});
