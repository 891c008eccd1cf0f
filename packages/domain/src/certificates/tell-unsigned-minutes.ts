import { formatDay, joinWords } from '../french-format.ts';
import type { Signer } from '../juries/check-signature.ts';
import { mustSign } from '../juries/tell-signing.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';

/** Minutes of a jury that acquired a block, and who was to sign them. */
export interface JuryMinutesSigning {
  readonly heldOn: PlainDate;
  readonly members: readonly Signer[];
}

/**
 * What the office is told before and after it issues while the minutes that the decisions are in wait
 * for signatures. It keeps no certificate back: closing freezes the decisions before anybody signs
 * them (DOMAIN 4.6). `null` once everybody who was present has signed.
 */
export function tellUnsignedMinutes(minutes: readonly JuryMinutesSigning[]): Reason | null {
  const waiting = minutes.flatMap(({ heldOn, members }) => {
    const names = members.filter(mustSign).map(({ name }) => name);
    return names.length === 0 ? [] : [{ heldOn, names }];
  });
  if (waiting.length === 0) return null;
  return {
    rule: 'certificate.minutes-signed',
    met: false,
    facts: waiting
      .map(
        ({ heldOn, names }) =>
          `Procès-verbal du jury du ${formatDay(heldOn)} non encore signé par ${joinWords(names)}.`,
      )
      .join(' '),
    source: 'DOMAIN 4.6',
  };
}
