import { positioningOutcomes } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, longText, revision, shownDay } from './schemas.ts';

const trace = {
  ledBy: z
    .string('Indiquez qui a mené le positionnement.')
    .trim()
    .min(1, 'Indiquez qui a mené le positionnement.')
    .max(200, '200 caractères au plus.'),
  outcome: z.enum(positioningOutcomes, 'Choisissez la décision.'),
  /** What of the course is adapted. */
  adaptation: longText.nullable().default(null),
  motive: longText.nullable().default(null),
};

const positioning = z.object({
  heldOn: shownDay,
  ledBy: z.string(),
  outcome: z.enum(positioningOutcomes),
  adaptation: z.string().nullable(),
  motive: z.string().nullable(),
  /** Why it took the place of the one before; `null` for the first. */
  because: z.string().nullable(),
  recordedOn: shownDay,
  /** Its number: 1, then one more for each correction. */
  revision,
});
export type PositioningView = z.infer<typeof positioning>;

const positioningsView = z.object({
  /** `null` when the access route has no training and nothing is written. */
  standing: z
    .object({
      state: z.enum(['to_do', 'missing', 'late', 'enrolled_though_refused', 'done']),
      sentence: z.string(),
      source: z.string(),
    })
    .nullable(),
  /** The trace in force. */
  positioning: positioning.nullable(),
  /** Those that it put right, the last first. */
  former: z.array(positioning),
});
export type PositioningsView = z.infer<typeof positioningsView>;

const enrolmentId = z.object({ enrolmentId: id });

export const positionings = routes({
  'GET /enrolments/:enrolmentId/positionings': {
    permission: 'enrolment:read',
    summary: 'Le positionnement d’un apprenant',
    params: enrolmentId,
    response: positioningsView,
  },
  'POST /enrolments/:enrolmentId/positionings': {
    permission: 'enrolment:write',
    summary: 'Noter le positionnement d’un apprenant, ou le corriger',
    params: enrolmentId,
    body: z.object({
      heldOn: day,
      ...trace,
      because: longText.nullable().default(null),
      /** Of the trace that it puts right; `null` for the first one. */
      revision: revision.nullable().default(null),
    }),
    response: positioningsView,
  },
});
