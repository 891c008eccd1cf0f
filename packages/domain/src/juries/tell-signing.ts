import { countNoun } from '../french-format.ts';
import type { Reason } from '../reason.ts';
import type { Signer } from './check-signature.ts';

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
  const present = members.filter(({ isPresent }) => isPresent === true);
  const missing = present.filter(({ hasSigned }) => !hasSigned).map(({ name }) => name);
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
