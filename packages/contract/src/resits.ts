import { jurySessionStates } from '@jalon/domain';
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
