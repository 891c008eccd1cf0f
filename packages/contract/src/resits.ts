import { jurySessionStates, resitReasons } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, id } from './schemas.ts';

/** Blocks to present again, and the session that a candidate is registered for. */
export const resits = routes({
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
        reason: z.enum(resitReasons),
        /** Day of the jury whose decision leaves the block open. */
        decidedOn: day,
        /** First day on which it was to be presented again. */
        since: day,
        /** « Non acquis au jury du 18 juin 2026 » */
        why: z.string(),
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
      /** The registration that was on the screen; `null` for none. */
      replaces: z
        .object({ plannedOn: day, juryId: id.nullable(), note: z.string().max(500) })
        .nullable()
        .default(null),
    }),
    response: done,
  },
});
