import { feedKinds } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { done, id, instant, named } from './schemas.ts';

const feedId = z.object({ feedId: id });

/** An address that stands. Its secret is told once, when it is made. */
const feed = z.object({
  id,
  kind: z.enum(feedKinds),
  /** The person, the cohort or the room. */
  subject: named,
  createdAt: instant,
  createdBy: z.string(),
  /** When a calendar application last asked for it, to the hour. */
  lastReadAt: instant.nullable(),
  /** Made by whoever asks. */
  isMine: z.boolean(),
});
export type CalendarFeedView = z.infer<typeof feed>;

/** The address, as it is pasted into a calendar application. */
const made = z.object({ id, address: z.url() });

export const calendarFeeds = routes({
  'GET /calendar-feeds': {
    permission: 'calendar-feed:write',
    summary:
      'Les adresses d’agenda en service : les siennes et, pour la coordination, celles du centre',
    response: z.array(feed),
  },
  'GET /people/:personId/calendar-feeds': {
    permission: 'person:read',
    summary: 'Les adresses d’agenda en service d’une personne, jamais leur secret',
    params: z.object({ personId: id }),
    response: z.array(feed),
  },
  'POST /calendar-feeds': {
    permission: 'calendar-feed:write',
    summary: 'Créer une adresse d’agenda',
    body: z.discriminatedUnion(
      'kind',
      [
        z.object({ kind: z.literal('cohort'), cohortId: id }),
        z.object({ kind: z.literal('room'), roomId: id }),
        /** `null` for oneself. */
        z.object({ kind: z.literal('trainer'), trainerId: id.nullable() }),
        z.object({ kind: z.literal('learner') }),
        z.object({ kind: z.literal('tutor') }),
      ],
      'Choisissez le calendrier auquel vous abonner.',
    ),
    response: made,
  },
  'POST /calendar-feeds/:feedId/replacement': {
    permission: 'calendar-feed:write',
    summary: 'Révoquer une adresse d’agenda et en créer une autre',
    params: feedId,
    response: made,
  },
  'DELETE /calendar-feeds/:feedId': {
    permission: 'calendar-feed:write',
    summary: 'Révoquer une adresse d’agenda',
    params: feedId,
    response: done,
  },
  'GET /feeds/:file': {
    permission: 'public',
    summary: 'Le calendrier d’une adresse secrète, au format iCalendar',
    params: z.object({
      /** The secret, with the ending that calendar applications look for. */
      file: z
        .string()
        .max(200)
        .transform((name) => name.replace(/\.ics$/, '')),
    }),
    response: { file: 'text/calendar; charset=utf-8' },
    outsideCentre: true,
  },
});
