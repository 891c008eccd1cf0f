import {
  blockDecisions,
  colleges,
  conflictKinds,
  overallResults,
  signatureMethods,
} from '@jalon/domain';
import { z } from 'zod';
import { finding } from './frameworks.ts';
import {
  candidateKind,
  juryComposition,
  juryHeader,
  juryMember,
  juryParams,
} from './jury-parts.ts';
import { routes } from './route.ts';
import { day, email, id, instant, longText, reason, revision, text } from './schemas.ts';

const conflict = z.object({
  /** The recusal's id once the member has stood aside. */
  id: id.nullable(),
  memberId: id,
  memberName: z.string(),
  enrolmentId: id,
  candidateName: z.string(),
  kind: z.enum(conflictKinds),
  certainty: z.enum(['certain', 'likely']),
  origin: z.enum(['data', 'declared']),
  isRecused: z.boolean(),
  facts: z.string(),
});

const closingFinding = finding.extend({
  candidateId: id.nullable(),
  blockCode: z.string().nullable(),
  memberId: id.nullable(),
});

const minutes = z.object({
  id,
  state: z.enum(['in_progress', 'ready']),
  fileName: z.string().nullable(),
  reference: z.string(),
  /** What a signature signs: sent back with it, so that one signs what one has read. */
  sha256: z.string(),
  isSigned: z.boolean(),
  /** Who has signed and who has not. */
  sentence: z.string(),
  /** The signature of the person who is logged in is awaited. */
  mustSign: z.boolean(),
  /** Everyone who was present. */
  signers: z.array(
    z.object({
      memberId: id,
      name: z.string(),
      college: z.enum(colleges),
      method: z.enum(signatureMethods).nullable(),
      sentence: z.string().nullable(),
    }),
  ),
});

/** Minutes that correct the first ones: in force once the jury has signed them. */
const rectification = minutes.extend({
  motive: z.string(),
  drawnUpBy: z.string(),
  drawnUpOn: z.string(),
  isInForce: z.boolean(),
  /** Later ones were drawn up before these were in force: nobody signs them any more. */
  isReplaced: z.boolean(),
  reasons: z.array(reason),
  corrections: z.array(
    z.object({
      enrolmentId: id,
      candidateName: z.string(),
      blockCode: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** Issued on what holds no more: a person revokes it. */
  documentsToRevoke: z.array(
    z.object({ number: z.string(), enrolmentId: id, candidateName: z.string() }),
  ),
});

const session = juryHeader.extend({
  revision,
  incidents: z.string(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  members: z.array(juryMember),
  candidates: z.array(
    z.object({
      enrolmentId: id,
      name: z.string(),
      cohort: z.object({ id, name: z.string() }),
      kind: candidateKind,
      /** Blocks that this session decides for the candidate. */
      presentedBlockCodes: z.array(z.string()),
      heldBlockCodes: z.array(z.string()),
      decidedCount: z.int(),
      result: z.enum(overallResults).nullable(),
    }),
  ),
  composition: juryComposition,
  conflicts: z.array(conflict),
  /** What the office should know before the session closes: nobody, twice, another day. */
  preparation: z.array(finding),
  /** What keeps the session from opening; empty once it is open. */
  opening: z.array(finding.extend({ memberId: id.nullable() })),
  /** What keeps the session from closing, and warnings; empty before it is open. */
  closing: z.array(closingFinding),
  minutes: minutes.nullable(),
  /** The last first. */
  rectifications: z.array(rectification),
});

const newMember = z.object({
  givenName: text,
  familyName: text,
  email,
  college: z.enum(colleges, 'Choisissez le collège.'),
  isChair: z.boolean().default(false),
  isAlternate: z.boolean().default(false),
  isInternal: z.boolean().default(false),
});

/** What is said of a member's seat: the fields that are sent are those that change. */
const seatChange = z
  .object({
    college: z.enum(colleges),
    isChair: z.boolean(),
    isAlternate: z.boolean(),
    isPresent: z.boolean().nullable(),
    isInternal: z.boolean(),
  })
  .partial();

const sessionFields = {
  heldOn: day,
  place: text,
  remote: z.boolean().default(false),
};

/** A session of the jury: its preparation, its members and candidates, its opening and its end. */
export const juries = routes({
  'GET /juries': {
    permission: 'jury:read-own',
    summary: 'Les sessions de jury',
    response: z.array(
      juryHeader.extend({
        cohortNames: z.array(z.string()),
        candidateCount: z.int(),
        memberCount: z.int(),
        decidedCount: z.int(),
      }),
    ),
  },
  'POST /juries': {
    permission: 'jury:prepare',
    summary: 'Préparer une session de jury pour des cohortes',
    body: z.object({
      ...sessionFields,
      cohortIds: z.array(id).max(20),
      /** For a session of re-sitters alone, when no cohort is given. */
      frameworkId: id.nullable().default(null),
    }),
    response: z.object({ id }),
  },
  'GET /juries/:juryId': {
    permission: 'jury:read-own',
    summary: 'Une session : membres, candidats, composition, liens, ce qui manque pour clore',
    params: juryParams,
    response: session,
  },
  'PUT /juries/:juryId': {
    permission: 'jury:prepare',
    summary: 'Changer la date, le lieu ou les incidents d’une session',
    params: juryParams,
    body: z.object({ ...sessionFields, incidents: longText.default(''), revision }),
    response: session,
  },
  'POST /juries/:juryId/members': {
    permission: 'jury:prepare',
    summary: 'Ajouter un membre, reconnu à son adresse',
    params: juryParams,
    body: newMember,
    response: session,
  },
  'PUT /juries/:juryId/members/:memberId': {
    permission: 'jury:prepare',
    summary: 'Changer le collège, la présidence, la suppléance ou la présence d’un membre',
    params: juryParams.extend({ memberId: id }),
    /** `replaces`: what the page showed of these fields, so that a colleague's word is not undone. */
    body: seatChange.extend({ replaces: seatChange.default({}) }),
    response: session,
  },
  'DELETE /juries/:juryId/members/:memberId': {
    permission: 'jury:prepare',
    summary: 'Retirer un membre',
    params: juryParams.extend({ memberId: id }),
    response: session,
  },
  'POST /juries/:juryId/invitations': {
    permission: 'jury:prepare',
    summary: 'Envoyer à chaque membre son lien d’accès',
    params: juryParams,
    body: z.object({
      /** All members when empty. */
      memberIds: z.array(id).max(50).default([]),
    }),
    response: z.object({ sent: z.int() }),
  },
  'POST /juries/:juryId/candidates': {
    permission: 'jury:prepare',
    summary: 'Ajouter des candidats : une cohorte, ou des inscriptions',
    params: juryParams,
    body: z.object({
      cohortIds: z.array(id).max(20).default([]),
      enrolmentIds: z.array(id).max(200).default([]),
    }),
    response: session,
  },
  'DELETE /juries/:juryId/candidates/:enrolmentId': {
    permission: 'jury:prepare',
    summary: 'Retirer un candidat sans décision',
    params: juryParams.extend({ enrolmentId: id }),
    response: session,
  },
  'POST /juries/:juryId/conflicts': {
    permission: 'jury:decide',
    summary: 'Déclarer un lien : le membre se récuse pour ce candidat',
    params: juryParams,
    body: z.object({
      memberId: id,
      enrolmentId: id,
      kind: z.enum(conflictKinds, 'Choisissez la nature du lien.'),
      note: z.string().trim().max(500).default(''),
    }),
    response: session,
  },
  'DELETE /juries/:juryId/conflicts/:conflictId': {
    permission: 'jury:prepare',
    summary: 'Retirer un lien déclaré par erreur',
    params: juryParams.extend({ conflictId: id }),
    response: session,
  },
  'DELETE /juries/:juryId': {
    permission: 'jury:prepare',
    summary: 'Annuler une session où rien n’est décidé ; les membres convoqués sont prévenus',
    params: juryParams,
    response: z.object({ told: z.int() }),
  },
  'POST /juries/:juryId/opening': {
    permission: 'jury:prepare',
    summary: 'Ouvrir la session',
    params: juryParams,
    body: z.object({ revision }),
    response: session,
  },
  'POST /juries/:juryId/closing': {
    permission: 'jury:close',
    summary: 'Clore la session, pour toujours, et produire le procès-verbal',
    params: juryParams,
    body: z.object({ revision }),
    response: session,
  },
  'GET /juries/:juryId/minutes': {
    permission: 'jury:read-own',
    summary: 'Le procès-verbal avec les signatures données, en PDF',
    params: juryParams,
    /** The first minutes, unless others are meant. */
    query: z.object({ minutesId: id.optional() }),
    response: { file: 'application/pdf' },
  },
  'POST /juries/:juryId/minutes/signatures': {
    permission: 'jury:read-own',
    summary: 'Signer le procès-verbal, chaque membre pour soi',
    params: juryParams,
    body: z.object({
      sha256: z.string().min(1, 'Relisez le procès-verbal avant de le signer.').max(64),
    }),
    response: session,
  },
  'POST /juries/:juryId/minutes/paper-signatures': {
    permission: 'jury:close',
    summary: 'Noter la signature d’un membre donnée sur papier',
    params: juryParams,
    body: z.object({
      /** The first minutes, unless others are meant. */
      minutesId: id.nullable().default(null),
      memberId: id,
      signedOn: day,
      /** Where the signed paper is kept. */
      note: text,
    }),
    response: session,
  },
  'POST /juries/:juryId/rectifications': {
    permission: 'jury:close',
    summary: 'Rédiger un procès-verbal rectificatif, en vigueur une fois signé par le jury',
    params: juryParams,
    body: z.object({
      motive: longText,
      /** Those that wait for signatures, which these replace. */
      replacesId: id.nullable().default(null),
      corrections: z
        .array(
          z.object({
            enrolmentId: id,
            blockCode: z.string().min(1, 'Choisissez le bloc.').max(60),
            decision: z.enum(blockDecisions, 'Choisissez la décision.'),
            recommendation: longText.nullable().default(null),
            /** The decision that is corrected, as its author has it before them. */
            decisionId: id,
          }),
        )
        .max(200),
    }),
    response: session,
  },
  'POST /juries/:juryId/minutes/reminders': {
    permission: 'jury:prepare',
    summary: 'Écrire à ceux qui n’ont pas signé le procès-verbal',
    params: juryParams,
    response: z.object({ sent: z.int() }),
  },
});
