import { certificateKinds } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { approvedEquivalence, day, done, id, longText, reason } from './schemas.ts';

const certificate = z.object({
  id,
  enrolmentId: id,
  kind: z.enum(certificateKinds),
  number: z.string(),
  issuedOn: day,
  /** The page behind its QR code; `null` for what was issued before there was one. */
  publicPage: z.string().nullable(),
  decidedOn: day,
  reasons: z.array(reason),
  cpamCopySentOn: day.nullable(),
});

/** Whether a learner's certificate can be issued, or what is missing, in one sentence. */
const readiness = z.object({
  outcome: z.enum(['ready', 'not_ready']),
  sentence: z.string(),
  reasons: z.array(reason),
});

/** What was issued and holds no more: by whom it is known, since when and why. */
const revoked = z.object({
  id,
  kind: z.enum(certificateKinds),
  number: z.string(),
  revokedOn: day,
  motive: z.string(),
  /** Number of what has taken its place. */
  replacedBy: z.string().nullable(),
});

/** A block that a jury acquired, and its attestation once the office has issued it. */
const acquiredBlock = z.object({
  code: z.string(),
  name: z.string(),
  decidedOn: day,
  /** The centre whose jury decided, when it is another: that one attests the block. */
  acquiredAt: z.string().nullable(),
  /** Title of the version under which it was acquired, when it is another. */
  carriedFrom: z.string().nullable(),
  equivalence: approvedEquivalence.nullable(),
  attestation: certificate.nullable(),
});

const standing = z.object({
  enrolmentId: id,
  learnerName: z.string(),
  cohort: z.object({ id, name: z.string() }),
  title: z.string(),
  kind: z.enum(certificateKinds),
  readiness,
  /** A sheet that does not run on the day of issue; `null` while it does, and once it is issued. */
  registration: reason.nullable(),
  /** Who has not signed the minutes that the acquired blocks are in; `null` once all have. */
  unsignedMinutes: reason.nullable(),
  /** « Abandon le 1er avril 2027, garde B1 et B2 » ; `null` for who has not left. */
  left: z.string().nullable(),
  certificate: certificate.nullable(),
  /** In the framework's order. */
  acquiredBlocks: z.array(acquiredBlock),
  /** Newest first. */
  revoked: z.array(revoked),
});

const certificateId = z.object({ certificateId: id });
/** Why a document holds no more: kept in the file. */
const motive = z.object({ motive: longText });

export const certificates = routes({
  'GET /certificates': {
    permission: 'certificate:read',
    summary: 'Les certificats délivrés, prêts, et ce qui manque aux autres',
    query: z.object({ cohortId: id.optional() }),
    response: z.array(standing),
  },
  'GET /enrolments/:enrolmentId/certificate': {
    permission: 'certificate:read-own',
    summary: 'Le certificat d’un apprenant, ou ce qui manque avant lui',
    params: z.object({ enrolmentId: id }),
    response: standing,
  },
  'POST /enrolments/:enrolmentId/certificate': {
    permission: 'certificate:issue',
    summary: 'Délivrer le certificat ou l’attestation',
    params: z.object({ enrolmentId: id }),
    response: certificate,
  },
  'PUT /certificates/:certificateId/cpam-copy': {
    permission: 'certificate:issue',
    summary: 'Noter l’envoi de la copie à la CPAM',
    params: certificateId,
    /** `replaces`: the day that was on the screen, the version read. */
    body: z.object({ sentOn: day, replaces: day.nullable() }),
    response: done,
  },
  'GET /certificates/:certificateId/document': {
    permission: 'certificate:read-own',
    summary: 'Le certificat ou l’attestation, en PDF',
    params: certificateId,
    response: { file: 'application/pdf' },
  },
  'GET /certificates/:certificateId/cpam-letter': {
    permission: 'certificate:read',
    summary: 'La lettre de chaque employeur à sa CPAM, prête à dater et à signer, en PDF',
    params: certificateId,
    response: { file: 'application/pdf' },
  },
  'POST /enrolments/:enrolmentId/block-attestations': {
    permission: 'certificate:issue',
    summary: 'Délivrer les attestations des blocs acquis qui n’en ont pas',
    params: z.object({ enrolmentId: id }),
    response: z.array(certificate),
  },
  'POST /certificates/:certificateId/revocation': {
    permission: 'certificate:issue',
    summary: 'Révoquer un certificat ou une attestation',
    params: certificateId,
    body: motive,
    response: done,
  },
  'POST /certificates/:certificateId/replacement': {
    permission: 'certificate:issue',
    summary: 'Remplacer un certificat ou une attestation par un document corrigé',
    params: certificateId,
    body: motive,
    response: certificate,
  },
  'GET /certificates/:certificateId/credential': {
    permission: 'certificate:read-own',
    summary: 'Le certificat ou l’attestation, signé (Open Badges 3.0)',
    params: certificateId,
    response: { file: 'application/vc+ld+json' },
  },
});
