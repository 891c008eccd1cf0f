import {
  assessmentStates,
  blockCellStates,
  certificateCellStates,
  certificateKinds,
  deadlineKinds,
  missingLineKinds,
} from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, shownDay } from './schemas.ts';

/** A block as the board says where it is. */
const blockLine = z.object({
  code: z.string(),
  name: z.string(),
  state: z.enum(blockCellStates),
  label: z.string(),
  fact: z.string(),
});
const issued = z.object({ id, kind: z.enum(certificateKinds), number: z.string(), issuedOn: day });

const progress = z.object({
  enrolmentId: id,
  cohortName: z.string(),
  /** They left before its end: `blocks` are those that they keep, and nothing is ahead. */
  hasLeft: z.boolean(),
  siteName: z.string(),
  /** Whom to write to with a question. */
  officeMail: z.string().nullable(),
  title: z.string(),
  outcome: z.enum(['certificate', 'attestation']),
  dueMinutes: z.int(),
  doneMinutes: z.int(),
  waivedMinutes: z.int(),
  /** Recorded on half-days whose sheet is not signed: it does not count so far. */
  unsignedMinutes: z.int(),
  /** 0 to 1 on the half-days that are over; `null` while none is. */
  rate: z.number().nullable(),
  /** « Une chose à régler, le reste suit son cours » */
  headline: z.string(),
  missing: z.array(
    z.object({
      kind: z.enum(missingLineKinds),
      blockCode: z.string().nullable(),
      /** In the words of the certificates page. */
      text: z.string(),
      /** Where it stands and what comes next. */
      steps: z.array(z.string()),
      /** Nothing to do but go on: the block is taught, or its jury is to come. */
      isOnItsWay: z.boolean(),
    }),
  ),
  /** What goes on beside what is missing: blocks still taught, the jury to come. */
  afterwards: z.string().nullable(),
  blocks: z.array(
    blockLine.extend({
      /** « conservé jusqu’au … inclus » for a block acquired, by which equivalence if any; else `null`. */
      kept: z.string().nullable(),
      dueMinutes: z.int(),
      doneMinutes: z.int(),
      unsignedMinutes: z.int(),
      assessments: z.array(
        z.object({ code: z.string(), title: z.string(), state: z.enum(assessmentStates) }),
      ),
      /** What follows « appréciation »: « signée le … », « pas encore demandée »; `null` without one. */
      appraisal: z.string().nullable(),
    }),
  ),
  /** All the half-days to come, the first one first. */
  slots: z.array(
    z.object({
      slotId: id,
      on: shownDay,
      startsAt: z.int(),
      endsAt: z.int(),
      title: z.string(),
      room: z.string().nullable(),
      isRemote: z.boolean(),
      trainerName: z.string().nullable(),
    }),
  ),
  /** Assessment events to come to which they were convoked, the first one first. */
  assessmentEvents: z.array(
    z.object({
      id,
      blockCode: z.string(),
      on: shownDay,
      startsAt: z.int(),
      /** Their own end, extra time included. */
      endsAt: z.int(),
      assessments: z.array(z.string()),
      place: z.string(),
      /** « tiers temps, 1 h 10 de plus »; empty without. */
      extraTimeWords: z.string(),
      isCancelled: z.boolean(),
    }),
  ),
  juryOn: day.nullable(),
  deadlines: z.array(
    z.object({ kind: z.enum([...deadlineKinds, 'credential']), on: shownDay, text: z.string() }),
  ),
  certificate: issued.nullable(),
  /** What each jury decided, as it was notified; the last jury first. */
  notices: z.array(z.object({ id, heldOn: day })),
});
export type Progress = z.infer<typeof progress>;

/** Where one learner stands, for the office: a sentence, the blocks, the certificate. */
const standing = z.object({
  /** Follows the name in the title: « certificat délivré le 22 novembre 2026 ». */
  sentence: z.string(),
  outcome: z.enum(['certificate', 'attestation']),
  cohortId: id,
  blocks: z.array(blockLine),
  /** What stands between the learner and the certificate. */
  ending: z.object({
    state: z.enum(certificateCellStates),
    label: z.string(),
    fact: z.string(),
  }),
  certificate: issued.nullable(),
});
export type LearnerStanding = z.infer<typeof standing>;

export const progresses = routes({
  'GET /enrolments/:enrolmentId/standing': {
    permission: 'enrolment:read',
    summary: 'Où en est un apprenant : ses blocs, ce qui manque, son certificat',
    params: z.object({ enrolmentId: id }),
    response: standing,
  },
  'GET /progress': {
    permission: 'progress:read',
    summary: 'Où j’en suis : heures, blocs, épreuves, ce qui manque et la suite',
    response: z.object({
      givenName: z.string(),
      /** The training under way first; those that are over after it. */
      enrolments: z.array(progress),
    }),
  },
});
