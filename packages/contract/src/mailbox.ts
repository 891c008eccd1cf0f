import { z } from 'zod';
import { routes } from './route.ts';
import { id, instant, page } from './schemas.ts';

export const mailbox = routes({
  'GET /mailbox': {
    permission: 'public',
    summary: 'La boîte mail de la démonstration ; elle n’existe pas ailleurs',
    query: z.object({
      search: z.string().max(100).optional(),
      page,
    }),
    response: z.object({
      mails: z.array(
        z.object({
          id,
          centreName: z.string(),
          toName: z.string(),
          toEmail: z.string(),
          subject: z.string(),
          paragraphs: z.array(z.string()),
          action: z.object({ label: z.string(), path: z.string() }).nullable(),
          /** What follows the link: who signs, for which centre. */
          closing: z.array(z.string()),
          attachments: z.array(z.object({ id, fileName: z.string() })),
          at: instant,
        }),
      ),
      total: z.int(),
      pageSize: z.int(),
    }),
    outsideCentre: true,
  },
  'GET /mailbox/attachments/:attachmentId': {
    permission: 'public',
    summary: 'Un fichier joint à un mail de la démonstration',
    params: z.object({ attachmentId: id }),
    response: { file: 'application/octet-stream' },
    outsideCentre: true,
  },
});
