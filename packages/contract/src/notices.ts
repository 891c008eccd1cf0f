import { noticeStates, overallResults } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { id, instant } from './schemas.ts';

const juryParams = z.object({ juryId: id });

/** What a candidate was told of the jury's decisions, or is to be told. */
const row = z.object({
  enrolmentId: id,
  candidateName: z.string(),
  result: z.enum(overallResults),
  headline: z.string(),
  /** `none` so far, `sending`, `sent`, `outdated` when a decision was rectified since. */
  state: z.enum(noticeStates),
  lastSentAt: instant.nullable(),
  /** Why it cannot be sent; `null` when it can. */
  obstacle: z.string().nullable(),
});
export type NoticeRow = z.infer<typeof row>;

export const notices = routes({
  'GET /juries/:juryId/notices': {
    permission: 'jury:prepare',
    summary: 'Quels candidats ont reçu la notification de la décision, et à qui l’envoyer encore',
    params: juryParams,
    response: z.array(row),
  },
  'POST /juries/:juryId/notices': {
    permission: 'jury:prepare',
    summary: 'Notifier la décision du jury à des candidats, par mail avec le PDF',
    params: juryParams,
    body: z.object({
      enrolmentIds: z.array(id).min(1, 'Choisissez au moins un candidat.').max(500),
    }),
    response: z.object({
      sent: z.int(),
      /** Those it was not sent to, each with the reason. */
      skipped: z.array(z.string()),
    }),
  },
  'GET /juries/:juryId/notices/:enrolmentId': {
    permission: 'jury:prepare',
    summary:
      'La notification d’un candidat telle qu’envoyée, sinon telle qu’elle partirait, en PDF',
    params: juryParams.extend({ enrolmentId: id }),
    response: { file: 'application/pdf' },
  },
  'GET /notices/:noticeId/document': {
    permission: 'progress:read',
    summary: 'La notification reçue par l’apprenant, en PDF',
    params: z.object({ noticeId: id }),
    response: { file: 'application/pdf' },
  },
});
