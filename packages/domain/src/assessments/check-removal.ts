import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';
import { type CredentialUse, findUse } from './check-credential-entry.ts';

const error = (rule: string, message: string, source: string): Finding => ({
  rule,
  severity: 'error',
  path: '',
  message,
  source,
});

/**
 * Whether an attempt written down for the wrong learner may be taken back: it is the last one of its
 * épreuve, for attempts are numbered without a gap (Q2), and no jury has decided on the block with
 * it: what a jury had before it is kept (S1:L176).
 */
export function checkResultRemoval(input: {
  readonly blockCode: string;
  readonly attempt: number;
  readonly heldOn: PlainDate;
  /** Number of the last attempt in force at this épreuve. */
  readonly lastAttempt: number;
  /** Decisions of closed sessions about this learner. */
  readonly verdicts: readonly {
    readonly blockCode: string;
    readonly decision: BlockDecision;
    readonly decidedOn: PlainDate;
  }[];
}): readonly Finding[] {
  const { blockCode, attempt, heldOn, lastAttempt, verdicts } = input;
  // An adjournment judges nothing.
  const verdict = verdicts.find(
    (one) => one.blockCode === blockCode && one.decision !== 'adjourned' && heldOn <= one.decidedOn,
  );
  if (verdict) {
    const message = `Le jury du ${formatDay(verdict.decidedOn)} s’est prononcé sur le bloc ${blockCode} avec ce résultat : il ne se retire plus.`;
    return [error('removal.result-decided-on', message, 'S1:L176')];
  }
  if (attempt === lastAttempt) return [];
  const message = `Retirez d’abord le passage n° ${lastAttempt} : les passages se suivent sans trou.`;
  return [error('removal.last-attempt', message, 'Q2')];
}

/**
 * Whether a credential written down for the wrong person may be taken back: nothing was decided with
 * it. A block acquired and a certificate issued rest on it for ever (S1:L155, L176).
 */
export function checkCredentialRemoval(input: {
  readonly obtainedOn: PlainDate;
  readonly uses: readonly CredentialUse[];
}): readonly Finding[] {
  const use = findUse(input.obtainedOn, input.uses);
  if (!use) return [];
  const message = `${use.what} repose sur cette attestation : elle ne se retire plus.`;
  return [error('removal.credential-rested-on', message, 'S1:L155, L176')];
}
