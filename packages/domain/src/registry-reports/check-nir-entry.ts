import type { Finding } from '../finding.ts';

/**
 * Whether a social security number may be entered: the certifier asks for it, and the Caisse des
 * Dépôts has not accepted the person yet; the number is purged once it has (DOMAIN 11).
 */
export function checkNirEntry(input: {
  readonly isAskedFor: boolean;
  readonly isAccepted: boolean;
}): readonly Finding[] {
  if (!input.isAskedFor)
    return [
      refuse(
        'registry.nir-asked-for',
        'Le certificateur ne demande pas le numéro de sécurité sociale : Jalon ne le garde pas.',
      ),
    ];
  if (!input.isAccepted) return [];
  return [
    refuse(
      'registry.nir-still-useful',
      'La Caisse des Dépôts a déjà accepté cette personne : son numéro n’est plus utile.',
    ),
  ];
}

const refuse = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '',
  message,
  source: 'DOMAIN 11',
});
