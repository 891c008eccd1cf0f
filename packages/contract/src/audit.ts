import { actGroups } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, instant, MAX_INTEGER } from './schemas.ts';

/** Where the screens show what an act was about. */
const actPlaces = ['cohort', 'enrolment', 'framework', 'jury', 'plan', 'registry', 'slot'] as const;

export const audit = routes({
  'GET /audit-events': {
    permission: 'audit:read',
    summary: 'Le journal du centre : qui a fait quoi et quand, le plus récent d’abord',
    query: z.object({
      group: z.enum(actGroups).optional(),
      /** Acts of this day and of the days before. */
      until: day.optional(),
      /** Acts before this one, to read on. */
      before: z.coerce.number().int().min(1).max(MAX_INTEGER).optional(),
    }),
    response: z.object({
      rows: z.array(
        z.object({
          seq: z.int(),
          at: instant,
          action: z.string(),
          act: z.string(),
          subject: z.string().nullable(),
          place: z.object({ kind: z.enum(actPlaces), id }).nullable(),
          by: z.string(),
        }),
      ),
      /** What `before` takes to read on; `null` at the first act of the centre. */
      next: z.int().nullable(),
    }),
  },
});
