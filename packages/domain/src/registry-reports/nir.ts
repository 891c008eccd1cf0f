import type { Finding } from '../finding.ts';

/** A social security number without its spaces, its letters in capitals. */
export const normaliseNir = (typed: string): string => typed.replace(/[\s.-]/g, '').toUpperCase();

/** What is sent of a number: its thirteen characters, without the key (DOMAIN 11). */
export const nirWithoutKey = (nir: string): string => nir.slice(0, 13);

const shape = /^[1-478]\d{2}(0[1-9]|[1-9]\d)(\d{2}|2[AB])\d{8}$/;

/**
 * Whether a social security number with its key can be true, and is that of this person as far as
 * their sex and year of birth tell. Corsica's 2A and 2B count as 19 and 18 in the key. The value is
 * in no message.
 */
export function checkNir(
  nir: string,
  person: { readonly sex: string | null; readonly birthDate: string | null },
): readonly Finding[] {
  if (!shape.test(nir))
    return [
      refuse(
        'registry.nir-shape',
        'Un numéro de sécurité sociale a 15 caractères, clé comprise : recopiez-le de la carte Vitale ou de l’attestation.',
      ),
    ];
  if (!hasRightKey(nir))
    return [
      refuse(
        'registry.nir-key',
        'La clé (les deux derniers chiffres) ne correspond pas au numéro : un chiffre est faux.',
      ),
    ];
  return isOf(nir, person)
    ? []
    : [
        refuse(
          'registry.nir-of-person',
          'Ce numéro n’est pas celui de cette personne : le sexe ou l’année de naissance diffère de sa fiche.',
        ),
      ];
}

function hasRightKey(nir: string): boolean {
  const digits = nirWithoutKey(nir).replace('2A', '19').replace('2B', '18');
  return 97n - (BigInt(digits) % 97n) === BigInt(nir.slice(13));
}

function isOf(nir: string, { sex, birthDate }: Parameters<typeof checkNir>[1]): boolean {
  const written = /^[17]/.test(nir) ? 'M' : /^[28]/.test(nir) ? 'F' : null;
  const isSex = sex === null || written === null || sex === written;
  return isSex && (birthDate === null || birthDate.slice(2, 4) === nir.slice(1, 3));
}

const refuse = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '/nir',
  message,
  source: 'DOMAIN 11, W70',
});
