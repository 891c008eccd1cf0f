import { isAllowed, type Permission } from '@jalon/contract/permissions';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { readKeptSession } from '../lib/kept-reads.ts';
import { landingPath } from '../lib/landing-path.ts';
import { ProblemError, toProblem } from '../lib/problem-error.ts';
import { type CurrentSession, sessionQuery } from '../lib/session.ts';

/** Who may open a page: one permission, any of several, or anyone who is logged in. */
export type PageAccess = Permission | readonly Permission[] | 'self';

/** The session, or the login page with the way back. @throws redirect */
export async function requireSession(
  queryClient: QueryClient,
  href: string,
): Promise<CurrentSession> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401)
      throw redirect({ to: '/connexion', search: { vers: href } });
    const kept = await readKeptSession();
    if (!kept || toProblem(error).code !== 'network_down') throw error;
    // Without a network the pages that keep a copy open; the API decides again when it is back.
    queryClient.setQueryData(sessionQuery.queryKey, kept);
    return kept;
  }
}

/** Refuses the page to a role that may not open it. @throws ProblemError `forbidden` */
export function requireAccess({ roles }: CurrentSession, access: PageAccess): void {
  if (access === 'self') return;
  const permissions = typeof access === 'string' ? [access] : access;
  if (permissions.some((permission) => isAllowed(roles, permission))) return;
  throw new ProblemError({
    code: 'forbidden',
    status: 403,
    title: 'Votre rôle n’ouvre pas cette page',
    detail:
      'Elle sert à d’autres personnes du centre. S’il vous la faut, demandez cet accès à la personne qui gère votre centre.',
  });
}

/** The morning page belongs to the office; others are led to theirs. @throws redirect */
export function leadHome({ roles }: CurrentSession): void {
  if (!isAllowed(roles, 'home:read')) throw redirect({ to: landingPath(roles) });
}
