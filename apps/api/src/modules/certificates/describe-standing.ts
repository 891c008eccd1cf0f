import type { Output } from '@jalon/contract';
import {
  checkAttestation,
  checkReadiness,
  checkStanding,
  type Decision,
  heldVerdicts,
  type JuryMinutesSigning,
  missingSentence,
  type PlainDate,
  type Readiness,
  type Reason,
  tellLeaving,
  tellRegistration,
  tellUnsignedMinutes,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import type { EnrolmentFacts } from '../facts/block-facts.ts';
import type { JuryVerdict } from '../facts/jury-verdicts.ts';
import type { IssuerAddress } from '../issuers/issuer-address.ts';

export type Standing = Output<'GET /enrolments/:enrolmentId/certificate'>;
export type CertificateRow = Prisma.CertificateGetPayload<object>;

/** What is shown of a certificate beside its own row. */
export const issuedParts = {
  statement: { select: { publicCode: true } },
  revocation: { select: { motive: true, revokedAt: true } },
} as const satisfies Prisma.CertificateInclude;
export type IssuedRow = Prisma.CertificateGetPayload<{ include: typeof issuedParts }>;

/** A certificate for a certification; an attestation for the FAE. */
export const kindOf = ({ framework }: EnrolmentFacts): 'certificate' | 'fae_attestation' =>
  framework.outcome === 'attestation' ? 'fae_attestation' : 'certificate';

/** Whether the certificate or the attestation can be issued today, and why. */
export function checkIssuing(facts: EnrolmentFacts, today: PlainDate): Decision<Readiness> {
  const { framework, hours, verdicts, credentials } = facts;
  if (framework.outcome === 'attestation')
    return checkAttestation({ framework, hours: hours.total });
  return checkReadiness({ framework, blockDecisions: verdicts, credentials, onDate: today });
}

/** An acquired block and the enrolment under which a jury acquired it. */
export interface HeldBlock {
  readonly code: string;
  readonly decidedOn: PlainDate;
  readonly enrolmentId: string;
  /** The session that decided; `null` when another centre's did. */
  readonly juryId: string | null;
  /** That other centre: it attests the block, not this one. */
  readonly acquiredAt: string | null;
  readonly carriedFrom: string | null;
  readonly equivalence: JuryVerdict['equivalence'];
}

/** The blocks that a learner holds today; `ownerOf` names the enrolment of a decision. */
export const listHeldBlocks = (
  { framework, verdicts }: EnrolmentFacts,
  ownerOf: (decisionId: string) => string,
  today: PlainDate,
): HeldBlock[] =>
  heldVerdicts(framework, verdicts, today).map(
    ({ blockCode, decidedOn, decisionId, jurySessionId, ...origin }) => ({
      code: blockCode,
      decidedOn,
      juryId: jurySessionId,
      acquiredAt: origin.acquiredAt,
      carriedFrom: origin.carriedFrom,
      equivalence: origin.equivalence,
      enrolmentId: ownerOf(decisionId),
    }),
  );

/** The sessions of the centre that acquired these blocks. */
export const listJuryIds = (held: readonly HeldBlock[]): string[] => [
  ...new Set(held.flatMap(({ juryId }) => (juryId === null ? [] : [juryId]))),
];

/** Everything ever issued to the learners that are described, where it is published, and who signed. */
export interface IssuedDocuments {
  readonly rows: readonly IssuedRow[];
  /** Of the sessions that acquired a block, by their id. */
  readonly signing: ReadonlyMap<string, JuryMinutesSigning>;
  readonly address: IssuerAddress;
}

/**
 * Where a learner stands before the certificate: issued, ready, or what is missing; `left` when they
 * have left the course.
 */
export function describeStanding(
  facts: EnrolmentFacts,
  held: readonly HeldBlock[],
  left: { readonly leftOn: PlainDate | null } | null,
  { rows, signing, address }: IssuedDocuments,
  today: PlainDate,
): Standing {
  const { framework, enrolmentId } = facts;
  const { outcome, reasons } = checkStanding({
    framework,
    blockDecisions: facts.verdicts,
    credentials: facts.credentials,
    hours: facts.hours.total,
    nextJuryOn: facts.nextJuryOn,
    today,
  });
  const find = (owner: string, kind: IssuedRow['kind'], blockCode: string | null) =>
    rows.find(
      (row) =>
        row.enrolmentId === owner && row.kind === kind && row.blockCode === blockCode && holds(row),
    );
  const certificate = find(enrolmentId, kindOf(facts), null);
  const owners = new Set([enrolmentId, ...held.map((block) => block.enrolmentId)]);
  return {
    enrolmentId,
    learnerName: facts.name,
    cohort: facts.cohort,
    title: framework.certification?.name ?? framework.title,
    kind: kindOf(facts),
    readiness: { outcome, reasons: [...reasons], sentence: missingSentence(reasons) },
    registration: certificate
      ? null
      : tellRegistration({ framework, enteredOn: facts.startsOn, issuedOn: today }),
    unsignedMinutes: tellUnsignedMinutes(listJuryIds(held).flatMap((id) => signing.get(id) ?? [])),
    left: left && tellLeaving({ ...left, held: held.map(({ code }) => code) }),
    certificate: certificate ? describeCertificate(certificate, address) : null,
    acquiredBlocks: held.map(({ code, enrolmentId: owner, ...since }) => {
      const attestation = find(owner, 'block_attestation', code);
      return {
        code,
        name: framework.blocks.find((block) => block.code === code)?.name ?? code,
        decidedOn: since.decidedOn,
        acquiredAt: since.acquiredAt,
        carriedFrom: since.carriedFrom,
        equivalence: since.equivalence,
        attestation: attestation ? describeCertificate(attestation, address) : null,
      };
    }),
    revoked: rows
      .filter((row) => owners.has(row.enrolmentId))
      .flatMap((row) => describeRevoked(row, rows)),
  };
}

/**
 * Whether the office still has to do with whom has left: they hold something, can be issued it, or
 * had it once.
 */
export const isConcerned = ({
  left,
  acquiredBlocks,
  certificate,
  revoked,
  readiness,
}: Standing): boolean =>
  left === null ||
  acquiredBlocks.length > 0 ||
  certificate !== null ||
  revoked.length > 0 ||
  readiness.outcome === 'ready';

/** Neither corrected by another one nor revoked. */
const holds = ({ supersededById, revocation }: IssuedRow): boolean =>
  supersededById === null && revocation === null;

function describeRevoked(row: IssuedRow, rows: readonly IssuedRow[]): Standing['revoked'] {
  const { id, kind, number, revocation, supersededById } = row;
  if (!revocation) return [];
  return [
    {
      id,
      kind,
      number,
      revokedOn: parisDayOf(revocation.revokedAt),
      motive: revocation.motive,
      replacedBy: rows.find((other) => other.id === supersededById)?.number ?? null,
    },
  ];
}

export const describeCertificate = (row: IssuedRow, address: IssuerAddress) => ({
  id: row.id,
  enrolmentId: row.enrolmentId,
  kind: row.kind,
  number: row.number,
  issuedOn: toDay(row.issuedOn),
  publicPage: row.statement ? address.page(row.statement.publicCode) : null,
  decidedOn: toDay(row.decidedOn),
  reasons: row.reasons as unknown as Reason[],
  cpamCopySentOn: toDayOrNull(row.cpamCopySentOn),
});
