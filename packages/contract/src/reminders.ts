import { activeReminderKinds, mailStates } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { done, id, instant, named, page, shownDay } from './schemas.ts';

const kind = z.enum(activeReminderKinds);

export const reminders = routes({
  'GET /reminders': {
    permission: 'reminder:read',
    summary: 'Les relances et où en est leur envoi, la plus récente d’abord',
    query: z.object({
      search: z.string().max(100).optional(),
      kind: kind.optional(),
      page,
    }),
    response: z.object({
      rows: z.array(
        z.object({
          id,
          kind,
          title: z.string(),
          subject: z.string(),
          recipient: z.string(),
          recipientEmail: z.string(),
          lead: z.string(),
          dueOn: shownDay,
          createdAt: instant,
          sentAt: instant.nullable(),
          state: z.enum(mailStates),
          /** Why it has not left. */
          failure: z.string().nullable(),
          mailId: id.nullable(),
        }),
      ),
      counts: z.object({ left: z.int(), waiting: z.int(), givenUp: z.int() }),
      total: z.int(),
      pageSize: z.int(),
    }),
  },
  'POST /mails/:mailId/resend': {
    permission: 'mail:send',
    summary: 'Envoyer à nouveau un mail qui n’est pas parti',
    params: z.object({ mailId: id }),
    response: done,
  },
  'GET /enrolments/:enrolmentId/timeline': {
    permission: 'reminder:read',
    summary: 'Le fil d’un apprenant : mails, relances et actions, avec ce qui est prévu',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      learnerName: z.string(),
      cohort: named,
      planned: z.array(
        z.object({ on: shownDay, kind, title: z.string(), recipient: z.string(), dueOn: shownDay }),
      ),
      past: z.array(
        z.object({
          id: z.string(),
          at: instant,
          type: z.enum(['mail', 'reminder', 'action']),
          title: z.string(),
          detail: z.string(),
          by: z.string(),
          /** The mail that was given up, which the office may send again. */
          mailToResend: id.nullable(),
        }),
      ),
    }),
  },
});
