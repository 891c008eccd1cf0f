import { roles } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { done, email, id, linkToken } from './schemas.ts';

/** Who is logged in, in which centre, in which roles. */
export const currentSession = z.object({
  userName: z.string(),
  email: z.string(),
  personId: id,
  centre: z.object({ id, name: z.string() }),
  roles: z.array(z.enum(roles)),
  /** Other centres that the same login may act in. */
  otherCentres: z.array(z.object({ id, name: z.string() })),
});

export const sessions = routes({
  'POST /sessions': {
    permission: 'public',
    summary: 'Se connecter avec un mot de passe',
    body: z.object({ email, password: z.string('À renseigner.').min(1, 'À renseigner.').max(200) }),
    response: currentSession,
    outsideCentre: true,
  },
  'GET /sessions/current': {
    permission: 'self',
    summary: 'Qui est connecté',
    response: currentSession,
  },
  'DELETE /sessions/current': {
    permission: 'self',
    summary: 'Se déconnecter',
    response: done,
  },
  'DELETE /sessions': {
    permission: 'self',
    summary: 'Fermer toutes ses connexions, sur tous ses appareils',
    response: done,
  },
  'POST /sessions/current/centre': {
    permission: 'self',
    summary: 'Changer de centre',
    body: z.object({ centreId: id }),
    response: currentSession,
  },
  'POST /access-links/open': {
    permission: 'public',
    summary: 'Ouvrir un lien reçu par mail',
    body: z.object({ token: linkToken }),
    response: z.object({ path: z.string() }),
    outsideCentre: true,
  },
  'POST /access-links/request': {
    permission: 'public',
    summary: 'Recevoir son lien d’accès par mail',
    body: z.object({ email }),
    response: done,
    outsideCentre: true,
  },
  'POST /access-links/renew': {
    permission: 'public',
    summary: 'Recevoir un nouveau lien à la même adresse',
    body: z.object({ token: linkToken }),
    response: z.object({ sentTo: z.string() }),
    outsideCentre: true,
  },
  'POST /passwords/requests': {
    permission: 'public',
    summary: 'Recevoir un lien pour choisir son mot de passe',
    body: z.object({ email }),
    response: done,
    outsideCentre: true,
  },
  'POST /passwords': {
    permission: 'public',
    summary: 'Choisir son mot de passe avec le lien reçu',
    body: z.object({
      token: linkToken,
      password: z.string('À renseigner.').min(12, '12 caractères au moins.').max(128),
    }),
    response: done,
    outsideCentre: true,
  },
});
