import { activeReminderKinds } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, instant, named, page } from './schemas.ts';

const kind = z.enum(activeReminderKinds);

export const reminders = routes({
  'GET /reminders': {
    permission: 'reminder:read',
    summary: 'Les relances parties, la plus récente d’abord',
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
          dueOn: day,
          createdAt: instant,
          sentAt: instant.nullable(),
        }),
      ),
      total: z.int(),
      pageSize: z.int(),
    }),
  },
  'GET /enrolments/:enrolmentId/timeline': {
    permission: 'reminder:read',
    summary: 'Le fil d’un apprenant : mails, relances et actions, avec ce qui est prévu',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      learnerName: z.string(),
      cohort: named,
      planned: z.array(
        z.object({ on: day, kind, title: z.string(), recipient: z.string(), dueOn: day }),
      ),
      past: z.array(
        z.object({
          id: z.string(),
          at: instant,
          type: z.enum(['mail', 'reminder', 'action']),
          title: z.string(),
          detail: z.string(),
          by: z.string(),
        }),
      ),
    }),
  },
});
