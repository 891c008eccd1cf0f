import { z } from 'zod';
import { routes } from './route.ts';
import { id, instant } from './schemas.ts';

const cohortId = z.object({ cohortId: id });

/** Where a learner stands with their convocation. */
const row = z.object({
  enrolmentId: id,
  learnerName: z.string(),
  /** Half-days to come that it would tell. */
  slotCount: z.int(),
  /** `none` so far, `sending`, `sent`, `outdated` when the calendar has changed since. */
  state: z.enum(['none', 'sending', 'sent', 'outdated']),
  lastSentAt: instant.nullable(),
  /** Why it cannot be sent; `null` when it can. */
  obstacle: z.string().nullable(),
});
export type SummonsRow = z.infer<typeof row>;

export const summonses = routes({
  'GET /cohorts/:cohortId/summons': {
    permission: 'enrolment:read',
    summary: 'Qui a reçu sa convocation, et à qui l’envoyer encore',
    params: cohortId,
    response: z.array(row),
  },
  'POST /cohorts/:cohortId/summons': {
    permission: 'enrolment:write',
    summary: 'Envoyer leur convocation à des apprenants, avec le PDF et le fichier d’agenda',
    params: cohortId,
    body: z.object({
      enrolmentIds: z.array(id).min(1, 'Choisissez au moins un apprenant.').max(500),
    }),
    response: z.object({
      sent: z.int(),
      /** Those it was not sent to, each with the reason. */
      skipped: z.array(z.string()),
    }),
  },
});
