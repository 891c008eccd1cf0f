import { deadlineUrgencies } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, revision, shownDay } from './schemas.ts';

const declaration = z.object({
  declaredOn: day,
  /** The number of the declaration, or how it was made. */
  reference: z.string().trim().max(100, '100 caractères au plus.').nullable().default(null),
});

/** An early end to declare to the OPCO, as the file and the deadlines show it. */
export const earlyEnd = z.object({
  anchorOn: shownDay,
  dueOn: shownDay,
  urgency: z.enum(deadlineUrgencies),
  daysLeft: z.int(),
  settledOn: shownDay.nullable(),
  facts: z.string(),
  sentence: z.string(),
  source: z.string(),
  /** `null` while nobody has noted one. */
  declaration: z
    .object({ id, declaredOn: shownDay, reference: z.string().nullable(), revision })
    .nullable(),
});
export type EarlyEndView = z.infer<typeof earlyEnd>;

export const earlyEnds = routes({
  'POST /enrolments/:enrolmentId/early-ends': {
    permission: 'enrolment:write',
    summary: 'Noter la déclaration d’une fin anticipée à l’OPCO',
    params: z.object({ enrolmentId: id }),
    body: declaration,
    response: earlyEnd,
  },
  'PUT /early-ends/:earlyEndId': {
    permission: 'enrolment:write',
    summary: 'Corriger la déclaration d’une fin anticipée',
    params: z.object({ earlyEndId: id }),
    body: declaration.extend({ revision }),
    response: earlyEnd.nullable(),
  },
});
