import {
  blockDecisions,
  blockProposals,
  colleges,
  conflictKinds,
  decisionOrigins,
  jurySessionStates,
  overallResults,
} from '@jalon/domain';
import { z } from 'zod';
import { finding } from './frameworks.ts';
import { routes } from './route.ts';
import { day, done, email, id, instant, longText, reason, revision, text } from './schemas.ts';

const params = z.object({ juryId: id });
const candidateKind = z.enum(['training', 'resit', 'vae']);
const blockCode = z.string().min(1).max(60);

const voices = z.int('Indiquez un nombre de voix.').min(0, 'Pas moins de zéro.').max(99);
/** The count of a vote; most decisions are taken without one. */
const vote = z.object({ for: voices, against: voices, abstentions: voices });

const decision = z.object({
  id,
  enrolmentId: id,
  blockCode: z.string(),
  decision: z.enum(blockDecisions),
  motive: z.string().nullable(),
  recommendation: z.string().nullable(),
  vote: vote.nullable(),
  /** Written down by a member, or by the centre's office for the jury. */
  origin: z.enum(decisionOrigins),
  decidedByName: z.string(),
  decidedAt: instant,
});

const proposal = z.object({ outcome: z.enum(blockProposals), reasons: z.array(reason) });

const member = z.object({
  id,
  personId: id,
  name: z.string(),
  email: z.string().nullable(),
  college: z.enum(colleges),
  isChair: z.boolean(),
  isAlternate: z.boolean(),
  isPresent: z.boolean(),
  /** Belongs to the centre or to the certifier: said so, or by a role there. */
  isInternal: z.boolean(),
  /** A role in the centre says it, so that nobody can say otherwise. */
  isInternalByRole: z.boolean(),
});

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

const composition = z.object({
  outcome: z.enum(['valid', 'invalid']),
  reasons: z.array(reason),
});

const header = z.object({
  id,
  heldOn: day,
  place: z.string(),
  remote: z.boolean(),
  state: z.enum(jurySessionStates),
  framework: z.object({ id, title: z.string(), rncp: z.string().nullable() }),
});

const closingFinding = finding.extend({
  candidateId: id.nullable(),
  blockCode: z.string().nullable(),
  memberId: id.nullable(),
});

const session = header.extend({
  revision,
  incidents: z.string(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  members: z.array(member),
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
  composition,
  conflicts: z.array(conflict),
  /** What keeps the session from closing, and warnings; empty before it is open. */
  closing: z.array(closingFinding),
  minutes: z
    .object({ state: z.enum(['in_progress', 'ready']), fileName: z.string().nullable() })
    .nullable(),
});

const roomBlock = z.object({
  blockCode: z.string(),
  /** `held`: acquired by an earlier jury; `not_presented`: a re-sitter's other blocks. */
  status: z.enum(['presented', 'held', 'not_presented']),
  heldOn: day.nullable(),
  proposal: proposal.nullable(),
  /** The decision in force that was taken on other facts: it must be confirmed. */
  outdatedDecisionId: id.nullable(),
});

const roomCandidate = z.object({
  enrolmentId: id,
  name: z.string(),
  kind: candidateKind,
  cohortName: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  blocks: z.array(roomBlock),
  /** Members who stand aside for this candidate, as sentences. */
  recusals: z.array(z.object({ memberId: id, sentence: z.string() })),
  /** The person who is logged in may not decide for this candidate. */
  isClosedToMe: z.boolean(),
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

const newDecision = z.object({
  enrolmentId: id,
  blockCode,
  decision: z.enum(blockDecisions, 'Choisissez une décision.'),
  motive: longText.nullable().default(null),
  recommendation: longText.nullable().default(null),
  vote: vote.nullable().default(null),
  /** The decision that the person had before them; `null` when there was none. */
  expectedDecisionId: id.nullable(),
});

const sessionFields = {
  heldOn: day,
  place: text,
  remote: z.boolean().default(false),
};

export const juries = routes({
  'GET /juries': {
    permission: 'jury:read-own',
    summary: 'Les sessions de jury',
    response: z.array(
      header.extend({
        cohortNames: z.array(z.string()),
        candidateCount: z.int(),
        memberCount: z.int(),
        decidedCount: z.int(),
      }),
    ),
  },
  'POST /juries': {
    permission: 'jury:prepare',
    summary: 'Préparer une session de jury pour des promotions',
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
    params,
    response: session,
  },
  'PUT /juries/:juryId': {
    permission: 'jury:prepare',
    summary: 'Changer la date, le lieu ou les incidents d’une session',
    params,
    body: z.object({ ...sessionFields, incidents: longText.default(''), revision }),
    response: session,
  },
  'POST /juries/:juryId/members': {
    permission: 'jury:prepare',
    summary: 'Ajouter un membre, reconnu à son adresse',
    params,
    body: newMember,
    response: session,
  },
  'PUT /juries/:juryId/members/:memberId': {
    permission: 'jury:prepare',
    summary: 'Changer le collège, la présidence, la suppléance ou la présence d’un membre',
    params: params.extend({ memberId: id }),
    body: z.object({
      college: z.enum(colleges),
      isChair: z.boolean(),
      isAlternate: z.boolean(),
      isPresent: z.boolean(),
      isInternal: z.boolean().optional(),
    }),
    response: session,
  },
  'DELETE /juries/:juryId/members/:memberId': {
    permission: 'jury:prepare',
    summary: 'Retirer un membre',
    params: params.extend({ memberId: id }),
    response: session,
  },
  'POST /juries/:juryId/invitations': {
    permission: 'jury:prepare',
    summary: 'Envoyer à chaque membre son lien d’accès',
    params,
    body: z.object({
      /** All members when empty. */
      memberIds: z.array(id).max(50).default([]),
    }),
    response: z.object({ sent: z.int() }),
  },
  'POST /juries/:juryId/candidates': {
    permission: 'jury:prepare',
    summary: 'Ajouter des candidats : une promotion, ou des inscriptions',
    params,
    body: z.object({
      cohortIds: z.array(id).max(20).default([]),
      enrolmentIds: z.array(id).max(200).default([]),
    }),
    response: session,
  },
  'DELETE /juries/:juryId/candidates/:enrolmentId': {
    permission: 'jury:prepare',
    summary: 'Retirer un candidat sans décision',
    params: params.extend({ enrolmentId: id }),
    response: session,
  },
  'POST /juries/:juryId/conflicts': {
    permission: 'jury:decide',
    summary: 'Déclarer un lien : le membre se récuse pour ce candidat',
    params,
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
    params: params.extend({ conflictId: id }),
    response: session,
  },
  'POST /juries/:juryId/opening': {
    permission: 'jury:prepare',
    summary: 'Ouvrir la session',
    params,
    body: z.object({ revision }),
    response: session,
  },
  'POST /juries/:juryId/closing': {
    permission: 'jury:close',
    summary: 'Clore la session, pour toujours, et produire le procès-verbal',
    params,
    body: z.object({ revision }),
    response: session,
  },
  'GET /juries/:juryId/room': {
    permission: 'jury:read-own',
    summary: 'La salle : candidats, faits, propositions avec leurs raisons, décisions',
    params,
    response: z.object({
      session: header,
      canDecide: z.boolean(),
      /** Why somebody who may decide in general does not here: absent, or an alternate. */
      whyNotDecide: z.string().nullable(),
      blocks: z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string() })),
      members: z.array(member),
      composition,
      candidates: z.array(roomCandidate),
      decisions: z.array(decision),
      asOf: instant,
    }),
  },
  'GET /juries/:juryId/candidates/:enrolmentId': {
    permission: 'jury:read-own',
    summary: 'Le dossier d’un candidat : heures, épreuves, appréciations, attestations, décisions',
    params: params.extend({ enrolmentId: id }),
    response: z.object({
      enrolmentId: id,
      name: z.string(),
      blocks: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          minutesDue: z.int(),
          minutesDone: z.int(),
          assessments: z.array(
            z.object({
              code: z.string(),
              title: z.string(),
              state: z.enum(['acquired', 'failed', 'missing']),
              detail: z.string(),
            }),
          ),
          appraisals: z.array(
            z.object({
              signedOn: day,
              signature: z.string(),
              counts: z.boolean(),
              ratings: z.array(z.object({ competence: z.string(), level: z.string() })),
              comment: z.string(),
            }),
          ),
          decisions: z.array(
            z.object({
              heldOn: day,
              decision: z.enum(blockDecisions),
              motive: z.string().nullable(),
              recommendation: z.string().nullable(),
            }),
          ),
        }),
      ),
      credentials: z.array(
        z.object({ name: z.string(), sentence: z.string(), isValid: z.boolean() }),
      ),
    }),
  },
  'GET /juries/:juryId/decisions': {
    permission: 'jury:read-own',
    summary: 'Les décisions en vigueur, ou celles prises depuis un instant',
    params,
    query: z.object({ since: instant.optional() }),
    response: z.object({
      state: z.enum(jurySessionStates),
      decisions: z.array(decision),
      asOf: instant,
    }),
  },
  'PUT /juries/:juryId/decisions': {
    permission: 'jury:decide',
    summary: 'Enregistrer des décisions, toutes ou aucune',
    params,
    body: z.object({
      decisions: z.array(newDecision).min(1, 'Indiquez au moins une décision.').max(1000),
    }),
    response: z.object({ decisions: z.array(decision) }),
  },
  'GET /juries/:juryId/minutes': {
    permission: 'jury:read-own',
    summary: 'Le procès-verbal, en PDF',
    params,
    response: { file: 'application/pdf' },
  },
  'GET /resits': {
    permission: 'jury:read',
    summary: 'Les blocs à représenter',
    query: z.object({ settled: z.enum(['no', 'yes', 'all']).default('no') }),
    response: z.array(
      z.object({
        decisionId: id,
        enrolmentId: id,
        learnerName: z.string(),
        cohort: z.object({ id, name: z.string() }),
        blockCode: z.string(),
        blockName: z.string(),
        decision: z.enum(['not_acquired', 'adjourned']),
        decidedOn: day,
        recommendation: z.string().nullable(),
        /** Épreuves to sit again: those not acquired by default (Q2). */
        assessments: z.array(z.string()),
        sentence: z.string(),
        registration: z
          .object({
            plannedOn: day,
            note: z.string(),
            jury: z.object({ id, heldOn: day, state: z.enum(jurySessionStates) }).nullable(),
          })
          .nullable(),
      }),
    ),
  },
  'PUT /resits/:decisionId': {
    permission: 'jury:prepare',
    summary: 'Inscrire un candidat pour représenter un bloc',
    params: z.object({ decisionId: id }),
    body: z.object({
      plannedOn: day,
      juryId: id.nullable().default(null),
      note: z.string().trim().max(500).default(''),
    }),
    response: done,
  },
});
