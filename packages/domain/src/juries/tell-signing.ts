import { countNoun } from '../french-format.ts';
import type { Reason } from '../reason.ts';
import type { Signer } from './check-signature.ts';

type SignerState = Pick<Signer, 'isPresent' | 'hasSigned'>;

/** Whether a member signs the minutes: everyone who was present, and nobody else (DOMAIN 4.6). */
export const isSigner = ({ isPresent }: Pick<SignerState, 'isPresent'>): boolean =>
  isPresent === true;

/** Whether the minutes still wait for this member's signature. */
export const mustSign = (member: SignerState): boolean => isSigner(member) && !member.hasSigned;

/** How far the signing of minutes is. */
export interface Signing extends Reason {
  readonly signed: number;
  readonly expected: number;
}

/**
 * Who has signed and who has not: everyone who was present signs (DOMAIN 4.6). Met once nobody is
 * missing.
 */
export function tellSigning(members: readonly Signer[]): Signing {
  const present = members.filter(isSigner);
  const missing = members.filter(mustSign).map(({ name }) => name);
  const signed = present.length - missing.length;
  const met = present.length > 0 && missing.length === 0;
  const facts = met
    ? `Les ${countNoun(present.length, 'membre présent', 'membres présents')} ont signé.`
    : `${countNoun(signed, 'signature')} sur ${present.length} : ${missing.join(', ')} ${missing.length > 1 ? 'n’ont' : 'n’a'} pas encore signé.`;
  return {
    rule: 'jury.minutes-signed',
    met,
    facts,
    source: 'DOMAIN 4.6',
    signed,
    expected: present.length,
  };
}
