import type { Finding } from '../finding.ts';
import type { EquivalenceState } from '../vocabulary.ts';
import type { AcquiredBlock } from './equivalence.ts';

/** A request as it stands when it is answered. */
export interface StandingEquivalence {
  readonly state: EquivalenceState;
  /** The decision on which it rests; `null` once a rectifying minutes replaced it. */
  readonly acquired: Pick<AcquiredBlock, 'decision'> | null;
}

/**
 * Whether the certifier's answer may be written (DOMAIN Q4): once, a refusal with its motive, which
 * the centre reads, an approval while the jury's decision stands (DOMAIN 4.6). A finding at `''`,
 * `/to` or `/motive`.
 */
export function checkEquivalenceAnswer(
  { state, acquired }: StandingEquivalence,
  answer: { readonly to: 'approved' | 'refused'; readonly motive: string | null },
): readonly Finding[] {
  if (state !== 'requested')
    return [
      error(
        'equivalence.answered-once',
        '',
        'Cette équivalence a déjà sa réponse : elle ne change plus.',
      ),
    ];
  if (answer.to === 'approved')
    return acquired?.decision === 'acquired'
      ? []
      : [
          error(
            'equivalence.decision-stands',
            '/to',
            'La décision du jury sur laquelle repose cette demande a été rectifiée : elle ne peut plus être approuvée. Refusez-la ; le centre en fera une autre si le bloc reste acquis.',
            'DOMAIN 4.6, Q4',
          ),
        ];
  if (answer.motive?.trim()) return [];
  return [
    error(
      'equivalence.refusal-explained',
      '/motive',
      'Indiquez pourquoi l’équivalence est refusée : le centre le lira.',
    ),
  ];
}

const error = (rule: string, path: string, message: string, source = 'DOMAIN Q4'): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
