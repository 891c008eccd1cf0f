import type { Answer } from '@jalon/contract';
import { isAllowed, type Permission } from '@jalon/contract/permissions';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call, readQuery } from './api.ts';
import { forgetKeptReads } from './kept-reads.ts';

export type CurrentSession = Answer<'GET /sessions/current'>;

/** Who is logged in; kept for the life of the page, since a change of login reloads it. */
export const sessionQuery = queryOptions<CurrentSession>({
  ...readQuery('GET /sessions/current', {}),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is logged in. Only under the routes that require a login. @throws Error elsewhere. */
export function useSession(): CurrentSession {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession is only for pages behind the login');
  return data;
}

/** Whether the person may do this; the API decides again. */
export const useIsAllowed = (permission: Permission): boolean =>
  isAllowed(useSession().roles, permission);

/** Ends the session. The page is loaded anew so that nothing of it stays in memory. */
export async function logOut(): Promise<void> {
  await call('DELETE /sessions/current', {});
  await forgetKeptReads();
  window.location.assign('/connexion');
}

/** Acts in another centre of the same login; loaded anew, since nothing of the first may stay. */
export async function changeCentre(centreId: string): Promise<void> {
  await call('POST /sessions/current/centre', { body: { centreId } });
  window.location.assign('/');
}
