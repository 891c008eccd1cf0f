import type { HeldCredential } from '../assessments/credentials.ts';
import { checkCredential, shortCredentialName } from '../assessments/credentials.ts';
import type { Framework } from '../frameworks/framework.ts';
import { countNoun, formatMinutes, formatShortDay } from '../french-format.ts';
import type { HoursDone } from '../hours-done.ts';
import type { PlainDate } from '../plain-date.ts';
import { checkAttestation, checkReadiness } from './check-readiness.ts';
import type { EnrolmentState } from './end-enrolment.ts';
import { type BlockVerdict, heldVerdicts, lastDecisionDay } from './held-blocks.ts';

export const certificateCellStates = ['issued', 'ready', 'missing', 'awaited'] as const;
export type CertificateCellState = (typeof certificateCellStates)[number];

/** The last column of the board: what stands between a learner and the certificate. */
export interface CertificateCell {
  /** `awaited` while the jury has not acquired every block, or hours of an FAE remain. */
  readonly state: CertificateCellState;
  readonly label: string;
  readonly fact: string;
}

/**
 * Issued, ready to issue, all blocks acquired but a credential missing (S1:L174, Q6), or not there
 * yet. Issuing ends the enrolment, so a completed one has its certificate; `issuedOn` gives its day
 * where the caller has read it.
 */
export function describeCertificateCell(input: {
  readonly framework: Framework;
  readonly state: EnrolmentState;
  readonly issuedOn?: PlainDate | null;
  readonly decisions: readonly BlockVerdict[];
  readonly credentials: readonly HeldCredential[];
  readonly hours: HoursDone;
  readonly today: PlainDate;
}): CertificateCell {
  const { framework, state, issuedOn } = input;
  const isAttestation = framework.outcome === 'attestation';
  if (state === 'completed') {
    const fact = issuedOn ? `le ${formatShortDay(issuedOn)}` : 'formation terminée';
    return { state: 'issued', label: isAttestation ? 'Délivrée' : 'Délivré', fact };
  }
  return isAttestation ? describeAttestation(input) : describeCertificate(input);
}

type Input = Parameters<typeof describeCertificateCell>[0];

function describeAttestation({ framework, hours }: Input): CertificateCell {
  const fact = `${formatMinutes(hours.done)} sur ${formatMinutes(hours.due)}`;
  return checkAttestation({ framework, hours }).outcome === 'ready'
    ? { state: 'ready', label: 'À délivrer', fact }
    : { state: 'awaited', label: 'À venir', fact };
}

function describeCertificate(input: Input): CertificateCell {
  const { framework, decisions, credentials, today } = input;
  const total = framework.blocks.length;
  const acquired = heldVerdicts(framework, decisions, today);
  const fact = `${countNoun(acquired.length, 'bloc')} sur ${total}`;
  if (acquired.length < total) return { state: 'awaited', label: 'À venir', fact };
  const { outcome } = checkReadiness({
    framework,
    blockDecisions: decisions,
    credentials,
    onDate: today,
  });
  if (outcome === 'ready') return { state: 'ready', label: 'À délivrer', fact };
  return describeMissingCredential(input);
}

/** The credential that is missing on the day of the last decision. */
function describeMissingCredential({
  framework,
  decisions,
  credentials,
  today,
}: Input): CertificateCell {
  const onDate = lastDecisionDay(framework, decisions, today) ?? today;
  const lacking = framework.credentials
    .filter(({ requiredForCertificate }) => requiredForCertificate)
    .map((rule) => ({ rule, check: checkCredential(rule, credentials, onDate) }))
    .find(({ check }) => !check.reason.met);
  const expiresOn = lacking?.check.expiresOn ?? null;
  return {
    state: 'missing',
    label: `Manque ${lacking ? shortCredentialName(lacking.rule) : 'une attestation'}`,
    fact: expiresOn
      ? `expirée le ${formatShortDay(expiresOn)}`
      : `non obtenue au ${formatShortDay(onDate)}`,
  };
}
