import { fundingAnswers, fundingStates } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, revision, shownDay } from './schemas.ts';

const sending = z.object({
  sentOn: day,
  /** The day that the OPCO's acknowledgement bears: the days for its answer run from it. */
  receivedOn: day.nullable().default(null),
  /** The OPCO's number for the file. */
  reference: z.string().trim().max(100, '100 caractères au plus.').nullable().default(null),
  answer: z.enum(fundingAnswers, 'Choisissez accordée ou refusée.').nullable().default(null),
  answeredOn: day.nullable().default(null),
});

const request = z.object({
  id,
  sentOn: shownDay,
  receivedOn: shownDay.nullable(),
  reference: z.string().nullable(),
  answer: z.enum(fundingAnswers).nullable(),
  answeredOn: shownDay.nullable(),
  revision,
});
export type FundingRequestView = z.infer<typeof request>;

/** What the OPCO was sent for a learner, as their file and each act on it show it. */
export const funding = z.object({
  /** `null` when the access route sends the OPCO no paper of its own, and none was sent. */
  standing: z
    .object({
      state: z.enum(fundingStates),
      paper: z.string(),
      dueOn: shownDay.nullable(),
      isLate: z.boolean(),
      sentence: z.string(),
      source: z.string(),
    })
    .nullable(),
  /** Another paper can be sent: none was, or the last one was refused. */
  canSend: z.boolean(),
  requests: z.array(request),
});
export type FundingView = z.infer<typeof funding>;

const enrolmentId = z.object({ enrolmentId: id });

export const fundingRequests = routes({
  'POST /enrolments/:enrolmentId/funding-requests': {
    permission: 'enrolment:write',
    summary: 'Noter un dossier envoyé à l’OPCO',
    params: enrolmentId,
    body: sending,
    response: funding,
  },
  'PUT /funding-requests/:fundingRequestId': {
    permission: 'enrolment:write',
    summary: 'Noter la réponse de l’OPCO, ou corriger un envoi',
    params: z.object({ fundingRequestId: id }),
    body: sending.extend({ revision }),
    response: funding,
  },
});
