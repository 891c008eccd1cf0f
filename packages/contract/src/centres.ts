import { holidayZones, roles } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, email, id, revision, text } from './schemas.ts';

const closure = z.object({ id, fromOn: day, toOn: day, label: z.string() });
const siteBody = z.object({ name: text, address: text, holidayZone: z.enum(holidayZones) });
const site = siteBody.extend({ id, closures: z.array(closure), revision });
const siteParams = z.object({ siteId: id });

const staffRoles = roles.filter(
  (role) =>
    role === 'coordinator' || role === 'trainer' || role === 'director' || role === 'certifier',
);

export const centres = routes({
  'GET /centre': {
    permission: 'centre:read',
    summary: 'Le centre, ses sites et ses équipes',
    response: z.object({
      id,
      name: z.string(),
      sites: z.array(site),
      members: z.array(
        z.object({
          id,
          personId: id,
          name: z.string(),
          email: z.string(),
          role: z.enum(roles),
          ended: z.boolean(),
        }),
      ),
    }),
  },
  'GET /sites': {
    permission: 'cohort:read',
    summary: 'Les sites du centre',
    response: z.array(site),
  },
  'POST /sites': {
    permission: 'centre:write',
    summary: 'Ajouter un site',
    body: siteBody,
    response: z.object({ id }),
  },
  'PUT /sites/:siteId': {
    permission: 'centre:write',
    summary: 'Modifier un site',
    params: siteParams,
    body: siteBody.extend({ revision }),
    response: done,
  },
  'POST /sites/:siteId/closures': {
    permission: 'centre:write',
    summary: 'Ajouter une fermeture',
    params: siteParams,
    body: z
      .object({ fromOn: day, toOn: day, label: text })
      .refine(({ fromOn, toOn }) => fromOn <= toOn, {
        path: ['toOn'],
        message: 'La fin ne peut pas précéder le début.',
      }),
    response: z.object({ id }),
  },
  'DELETE /sites/:siteId/closures/:closureId': {
    permission: 'centre:write',
    summary: 'Supprimer une fermeture',
    params: siteParams.extend({ closureId: id }),
    response: done,
  },
  'POST /centre/members': {
    permission: 'centre:write',
    summary: 'Donner à quelqu’un un accès au centre',
    body: z.object({
      givenName: text,
      birthName: text,
      email,
      role: z.enum(staffRoles, 'Choisissez un rôle.'),
    }),
    response: z.object({ id }),
  },
  'POST /centre/members/:membershipId/end': {
    permission: 'centre:write',
    summary: 'Retirer un accès au centre',
    params: z.object({ membershipId: id }),
    response: done,
  },
  'POST /centre/members/:membershipId/reopen': {
    permission: 'centre:write',
    summary: 'Rendre un accès retiré',
    params: z.object({ membershipId: id }),
    response: done,
  },
  'GET /platform/centres': {
    permission: 'platform:read',
    summary: 'Les centres ouverts, sans les données de leurs apprenants',
    response: z.array(
      z.object({
        id,
        name: z.string(),
        slug: z.string(),
        siteCount: z.int(),
        cohortCount: z.int(),
        learnerCount: z.int(),
      }),
    ),
  },
  'POST /platform/centres': {
    permission: 'platform:write',
    summary: 'Ouvrir un centre, avec les référentiels de la bibliothèque',
    body: z.object({
      name: text,
      slug: z
        .string()
        .trim()
        .regex(/^[a-z][a-z0-9-]{1,40}$/, 'Lettres minuscules, chiffres et tirets.'),
      siteName: text,
      siteAddress: text,
      holidayZone: z.enum(holidayZones),
      coordinator: z.object({ givenName: text, birthName: text, email }),
    }),
    response: z.object({ id }),
  },
});
