import type { Finding } from '../finding.ts';
import type { EquivalenceState } from '../vocabulary.ts';

/**
 * Whether the certifier's answer on a received block may be written (DOMAIN Q4, Q19): once, and a
 * refusal with its motive, which the centre reads. A finding at `''` or `/motive`.
 */
export function checkReceivedBlockAnswer(
  state: EquivalenceState,
  answer: { readonly to: 'approved' | 'refused'; readonly motive: string | null },
): readonly Finding[] {
  if (state !== 'requested')
    return [
      error('received-block.answered-once', '', 'Ce bloc a déjà sa réponse : elle ne change plus.'),
    ];
  if (answer.to === 'approved' || answer.motive?.trim()) return [];
  return [
    error(
      'received-block.refusal-explained',
      '/motive',
      'Indiquez pourquoi ce bloc n’est pas confirmé : le centre le lira.',
    ),
  ];
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN Q4, Q19',
});
