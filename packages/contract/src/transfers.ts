import { z } from 'zod';
import { routes } from './route.ts';
import { id, shownDay } from './schemas.ts';

/** What a centre handed to another about a learner. */
const transfer = z.object({
  id,
  writtenOn: shownDay,
  writtenBy: z.string(),
  blocks: z.array(z.object({ code: z.string(), name: z.string(), decidedOn: shownDay })),
});

const enrolmentId = z.object({ enrolmentId: id });
const transferId = z.object({ transferId: id });

export const transfers = routes({
  'GET /enrolments/:enrolmentId/transfers': {
    permission: 'transfer:read',
    summary: 'Les fichiers de transfert d’un apprenant vers un autre centre',
    params: enrolmentId,
    response: z.object({
      /** Why none can be written now, in a sentence each; empty when one can. */
      refusals: z.array(z.string()),
      /** Whether the last one says what is known today. */
      isCurrent: z.boolean(),
      /** Newest first. */
      transfers: z.array(transfer),
    }),
  },
  'POST /enrolments/:enrolmentId/transfers': {
    permission: 'transfer:write',
    summary: 'Établir le fichier de transfert d’un apprenant, signé par le centre',
    params: enrolmentId,
    response: transfer,
  },
  'GET /transfers/:transferId/document': {
    permission: 'transfer:read',
    summary: 'Le transfert en PDF, qui contient le fichier signé',
    params: transferId,
    response: { file: 'application/pdf' },
  },
  'GET /transfers/:transferId/credential': {
    permission: 'transfer:read',
    summary: 'Le fichier signé du transfert',
    params: transferId,
    response: { file: 'application/vc+ld+json' },
  },
});
