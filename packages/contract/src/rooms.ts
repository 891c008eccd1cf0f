import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, id, named, revision, text } from './schemas.ts';

const roomId = z.object({ roomId: id });
const roomBody = z.object({
  siteId: z.uuid('Choisissez un site.'),
  name: text,
  seats: z
    .int('Indiquez le nombre de places.')
    .min(1, 'Une salle a au moins une place.')
    .max(999, '999 places au plus.'),
  /** Words that a framework's modules may ask for, e.g. « fauteuil dentaire ». */
  equipment: z.array(text).max(20, '20 équipements au plus.'),
});
const room = roomBody.omit({ siteId: true }).extend({
  id,
  site: named,
  closures: z.array(z.object({ id, fromOn: day, toOn: day, label: z.string() })),
  revision,
});

export const rooms = routes({
  'GET /rooms': {
    permission: 'calendar:read',
    summary: 'Les salles du centre',
    response: z.array(room),
  },
  'POST /rooms': {
    permission: 'centre:write',
    summary: 'Ajouter une salle',
    body: roomBody,
    response: z.object({ id }),
  },
  'PUT /rooms/:roomId': {
    permission: 'centre:write',
    summary: 'Modifier une salle',
    params: roomId,
    body: roomBody.omit({ siteId: true }).extend({ revision }),
    response: done,
  },
  'POST /rooms/:roomId/archive': {
    permission: 'centre:write',
    summary: 'Ne plus proposer une salle ; ses créneaux passés la gardent',
    params: roomId,
    body: z.object({ revision }),
    response: done,
  },
  'POST /rooms/:roomId/closures': {
    permission: 'centre:write',
    summary: 'Fermer une salle quelques jours',
    params: roomId,
    body: z
      .object({ fromOn: day, toOn: day, label: text })
      .refine(({ fromOn, toOn }) => fromOn <= toOn, {
        path: ['toOn'],
        message: 'La fin ne peut pas précéder le début.',
      }),
    response: z.object({ id }),
  },
  'DELETE /rooms/:roomId/closures/:closureId': {
    permission: 'centre:write',
    summary: 'Rouvrir une salle',
    params: roomId.extend({ closureId: id }),
    response: done,
  },
});
