import type { Finding } from '../finding.ts';

/**
 * Whether blocks may be attested: a jury has acquired one at least, which the learner keeps
 * (S1:L176).
 * @param held how many blocks the learner holds today
 */
export function checkBlocksHeld(held: number): readonly Finding[] {
  if (held > 0) return [];
  return [
    {
      rule: 'certificate.block-to-attest',
      severity: 'error',
      path: '',
      message: 'Aucun jury n’a encore acquis de bloc pour cet apprenant : rien n’est à attester.',
      source: 'S1:L176',
    },
  ];
}
