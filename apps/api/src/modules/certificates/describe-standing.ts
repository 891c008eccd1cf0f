import type { Output } from '@jalon/contract';
import {
  checkAttestation,
  checkReadiness,
  checkStanding,
  type Decision,
  missingSentence,
  type PlainDate,
  type Readiness,
  type Reason,
} from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import type { EnrolmentFacts } from '../facts/block-facts.ts';

export type Standing = Output<'GET /enrolments/:enrolmentId/certificate'>;
export type CertificateRow = Prisma.CertificateGetPayload<object>;

/** A certificate for a certification; an attestation for the FAE. */
export const kindOf = ({ framework }: EnrolmentFacts): CertificateRow['kind'] =>
  framework.outcome === 'attestation' ? 'fae_attestation' : 'certificate';

/** Whether the certificate or the attestation can be issued today, and why. */
export function checkIssuing(facts: EnrolmentFacts, today: PlainDate): Decision<Readiness> {
  const { framework, hours, verdicts, credentials } = facts;
  if (framework.outcome === 'attestation')
    return checkAttestation({ framework, hours: hours.total });
  return checkReadiness({ framework, blockDecisions: verdicts, credentials, onDate: today });
}

/** Where a learner stands before the certificate: issued, ready, or what is missing. */
export function describeStanding(
  facts: EnrolmentFacts,
  certificate: CertificateRow | undefined,
  today: PlainDate,
): Standing {
  const { outcome, reasons } = checkStanding({
    framework: facts.framework,
    blockDecisions: facts.verdicts,
    credentials: facts.credentials,
    hours: facts.hours.total,
    nextJuryOn: facts.nextJuryOn,
    today,
  });
  return {
    enrolmentId: facts.enrolmentId,
    learnerName: facts.name,
    cohort: facts.cohort,
    title: facts.framework.certification?.name ?? facts.framework.title,
    kind: kindOf(facts),
    readiness: { outcome, reasons: [...reasons], sentence: missingSentence(reasons) },
    certificate: certificate ? describeCertificate(certificate) : null,
  };
}

export const describeCertificate = (row: CertificateRow) => ({
  id: row.id,
  enrolmentId: row.enrolmentId,
  kind: row.kind,
  number: row.number,
  issuedOn: toDay(row.issuedOn),
  decidedOn: toDay(row.decidedOn),
  reasons: row.reasons as unknown as Reason[],
  cpamCopySentOn: toDayOrNull(row.cpamCopySentOn),
});
