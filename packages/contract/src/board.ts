import {
  adviceKinds,
  appraisalLevels,
  appraisalOrigins,
  assessmentStates,
  blockCellStates,
  blockDecisions,
  blockProposals,
  certificateCellStates,
  missingKinds,
} from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { approvedEquivalence, day, id, minutes, reason, shownDay } from './schemas.ts';

/** What a cell says: its state, a few words and the fact under them. */
const boardCell = z.object({
  state: z.enum(blockCellStates),
  label: z.string(),
  fact: z.string(),
});
export type BoardCell = z.infer<typeof boardCell>;

const boardLearner = z.object({
  enrolmentId: id,
  /** The name in use, then the given name: the list shows the first in bold. */
  familyName: z.string(),
  givenName: z.string(),
  dueMinutes: z.int(),
  doneMinutes: z.int(),
  waivedMinutes: z.int(),
  /** Recorded on half-days whose sheet is not signed: it does not count so far. */
  unsignedMinutes: z.int(),
  /** Half-days over that were expected, and what was done on them. */
  expectedMinutes: z.int(),
  attendedMinutes: z.int(),
  /** Every block is acquired: no jury is ahead, the certificate is. */
  isAcquired: z.boolean(),
  isReady: z.boolean(),
  isAtRisk: z.boolean(),
  /** In the order of `blocks`. */
  cells: z.array(boardCell),
  /** What stands between the learner and the certificate. */
  certificate: z.object({
    state: z.enum(certificateCellStates),
    label: z.string(),
    fact: z.string(),
  }),
});
export type BoardLearner = z.infer<typeof boardLearner>;

const board = z.object({
  cohort: z.object({
    id,
    name: z.string(),
    siteName: z.string(),
    startsOn: day,
    endsOn: day.nullable(),
    certification: z.string(),
    outcome: z.enum(['certificate', 'attestation']),
    totalMinutes: minutes,
  }),
  /** The next jury that concerns the cohort: a session, or the day that is planned for it. */
  jury: z.object({ on: day, juryId: id.nullable() }).nullable(),
  /** The last closed session that decided on somebody of the cohort. */
  lastJury: z.object({ on: day, juryId: id }).nullable(),
  blocks: z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string() })),
  learners: z.array(boardLearner),
  /** Who left the cohort, and what they keep: « Abandon le 1er avril 2027, garde B1 ». */
  left: z.array(z.object({ enrolmentId: id, name: z.string(), fact: z.string() })),
});
export type Board = z.infer<typeof board>;

const boardCellDetail = z.object({
  learner: z.object({ enrolmentId: id, name: z.string() }),
  block: z.object({ code: z.string(), name: z.string(), source: z.string() }),
  cell: boardCell,
  proposal: z.object({ outcome: z.enum(blockProposals), reasons: z.array(reason) }),
  missing: z.array(
    z.object({ kind: z.enum(missingKinds), text: z.string(), isHolding: z.boolean() }),
  ),
  advice: z.object({ kind: z.enum(adviceKinds), text: z.string() }),
  hours: z.object({ due: z.int(), done: z.int(), waived: z.int(), unsigned: z.int() }),
  assessments: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      mandatory: z.boolean(),
      isCredential: z.boolean(),
      state: z.enum(assessmentStates),
      /** Day of the attempt that counts, or of the attestation. */
      heldOn: day.nullable(),
      expiresOn: shownDay.nullable(),
      /** What was not satisfied, in words. */
      unsatisfied: z.array(z.string()),
    }),
  ),
  nextEvaluationOn: day.nullable(),
  jury: z.object({ on: day, juryId: id.nullable() }).nullable(),
  tutor: z
    .object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  appraisal: z
    .object({
      id,
      signedOn: day.nullable(),
      signerName: z.string().nullable(),
      origin: z.enum(appraisalOrigins),
      dueOn: day.nullable(),
      remindersSent: z.int(),
      ratings: z.array(
        z.object({ competence: z.string(), level: z.enum(appraisalLevels).nullable() }),
      ),
    })
    .nullable(),
  /** The decision by which the block stands: the acquisition that counts, else the last one. */
  standsBy: z
    .object({
      decidedOn: day,
      carriedFrom: z.string().nullable(),
      acquiredAt: z.string().nullable(),
      equivalence: approvedEquivalence.nullable(),
    })
    .nullable(),
  decisions: z.array(
    z.object({
      id,
      decision: z.enum(blockDecisions),
      decidedOn: day,
      /** Title of the version under which the block was acquired, when it is another. */
      carriedFrom: z.string().nullable(),
      /** The centre whose jury decided, when it is another; its session is not here. */
      acquiredAt: z.string().nullable(),
      equivalence: approvedEquivalence.nullable(),
      juryId: id.nullable(),
      motive: z.string().nullable(),
    }),
  ),
  resitOn: day.nullable(),
});
export type BoardCellDetail = z.infer<typeof boardCellDetail>;

export const boards = routes({
  'GET /cohorts/:cohortId/board': {
    permission: 'board:read',
    summary: 'Le tableau de préparation : apprenants × blocs',
    params: z.object({ cohortId: id }),
    response: board,
  },
  'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode': {
    permission: 'board:read',
    summary: 'Une case du tableau : la proposition, ses raisons, et que faire',
    params: z.object({ cohortId: id, enrolmentId: id, blockCode: z.string().min(1).max(60) }),
    response: boardCellDetail,
  },
});
