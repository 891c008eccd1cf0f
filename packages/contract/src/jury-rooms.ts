import {
  blockDecisions,
  blockProposals,
  decisionOrigins,
  jointReviewRoles,
  jurySessionStates,
} from '@jalon/domain';
import { z } from 'zod';
import {
  candidateKind,
  juryComposition,
  juryHeader,
  juryMember,
  juryParams,
} from './jury-parts.ts';
import { routes } from './route.ts';
import { approvedEquivalence, day, id, instant, longText, reason } from './schemas.ts';

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

const roomBlock = z.object({
  blockCode: z.string(),
  /** `held`: acquired by an earlier jury; `not_presented`: a re-sitter's other blocks. */
  status: z.enum(['presented', 'held', 'not_presented']),
  heldOn: day.nullable(),
  /** Title of the version under which a held block was acquired, when it is another. */
  carriedFrom: z.string().nullable(),
  /** The centre whose jury acquired it, when it is another. */
  acquiredAt: z.string().nullable(),
  equivalence: approvedEquivalence.nullable(),
  proposal: proposal.nullable(),
  /** The decision in force that was taken on other facts: it must be confirmed. */
  outdatedDecisionId: id.nullable(),
  /** The decision in force whose author does not sit any more: a member who sits confirms it. */
  unseatedDecision: z.object({ id, reason }).nullable(),
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

/** Changes with who sits, who stands aside, the candidates and the state of the session. */
const roomStamp = z.string();

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

/** The room: files, proposals with their reasons, and the decisions of the members. */
export const juryRooms = routes({
  'GET /juries/:juryId/room': {
    permission: 'jury:read-own',
    summary: 'La salle : candidats, faits, propositions avec leurs raisons, décisions',
    params: juryParams,
    response: z.object({
      session: juryHeader,
      canDecide: z.boolean(),
      /** Why somebody who may decide in general does not here: absent, or an alternate. */
      whyNotDecide: z.string().nullable(),
      blocks: z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string() })),
      members: z.array(juryMember),
      composition: juryComposition,
      candidates: z.array(roomCandidate),
      decisions: z.array(decision),
      asOf: instant,
      roomStamp,
    }),
  },
  'GET /juries/:juryId/candidates/:enrolmentId': {
    permission: 'jury:read-own',
    summary: 'Le dossier d’un candidat : heures, épreuves, appréciations, attestations, décisions',
    params: juryParams.extend({ enrolmentId: id }),
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
              /** Attempts in force up to the session, the first one first. */
              attempts: z.array(
                z.object({
                  attempt: z.int(),
                  heldOn: day,
                  assessorName: z.string(),
                  /** Where, when it was sat at an assessment event. */
                  place: z.string().nullable(),
                  isAcquired: z.boolean(),
                }),
              ),
            }),
          ),
          appraisals: z.array(
            z.object({
              signedOn: day,
              signature: z.string(),
              counts: z.boolean(),
              ratings: z.array(z.object({ competence: z.string(), level: z.string() })),
              comment: z.string(),
              /** The scan of a form signed on paper; `null` for another, or while it lacks. */
              file: z.object({ id, fileName: z.string() }).nullable(),
            }),
          ),
          /** The learner's own word, beside: it counts in nothing. */
          selfAssessment: z
            .object({
              sentOn: day,
              ratings: z.array(z.object({ competence: z.string(), level: z.string() })),
              comment: z.string(),
            })
            .nullable(),
          decisions: z.array(
            z.object({
              heldOn: day,
              carriedFrom: z.string().nullable(),
              acquiredAt: z.string().nullable(),
              equivalence: approvedEquivalence.nullable(),
              decision: z.enum(blockDecisions),
              motive: z.string().nullable(),
              recommendation: z.string().nullable(),
            }),
          ),
        }),
      ),
      credentials: z.array(
        z.object({
          name: z.string(),
          sentence: z.string(),
          isValid: z.boolean(),
          /** Its scan; `null` while the file lacks it. */
          file: z.object({ id, fileName: z.string() }).nullable(),
        }),
      ),
      /** The joint reviews that all three have signed, the newest first. */
      jointReviews: z.array(
        z.object({
          heldOn: day,
          parts: z.array(
            z.object({ role: z.enum(jointReviewRoles), name: z.string(), comment: z.string() }),
          ),
        }),
      ),
    }),
  },
  'GET /juries/:juryId/candidates/:enrolmentId/credential-files/:fileId': {
    permission: 'jury:read-own',
    summary: 'Le justificatif d’une attestation, pour le jury d’un candidat',
    params: juryParams.extend({ enrolmentId: id, fileId: id }),
    response: { file: 'application/octet-stream' },
  },
  'GET /juries/:juryId/candidates/:enrolmentId/appraisal-files/:appraisalFileId': {
    permission: 'jury:read-own',
    summary: 'La feuille papier d’une appréciation, pour le jury d’un candidat',
    params: juryParams.extend({ enrolmentId: id, appraisalFileId: id }),
    response: { file: 'application/octet-stream' },
  },
  'GET /juries/:juryId/decisions': {
    permission: 'jury:read-own',
    summary: 'Les décisions en vigueur, ou celles prises depuis un instant, dès qu’il y en a',
    params: juryParams,
    query: z.object({
      since: instant.optional(),
      /** The last stamp: the answer waits for a few seconds until it is another. */
      known: z.string().max(80).optional(),
    }),
    response: z.object({
      state: z.enum(jurySessionStates),
      decisions: z.array(decision),
      asOf: instant,
      roomStamp,
      /** What a reader has seen: it changes with every decision and with the room. */
      stamp: z.string(),
    }),
  },
  'PUT /juries/:juryId/decisions': {
    permission: 'jury:decide',
    summary: 'Enregistrer des décisions, toutes ou aucune',
    params: juryParams,
    body: z.object({
      decisions: z.array(newDecision).min(1, 'Indiquez au moins une décision.').max(1000),
    }),
    response: z.object({ decisions: z.array(decision) }),
  },
});
