import type { Answer, Request, RouteKey } from '@jalon/contract';
import { useQuery } from '@tanstack/react-query';
import { clear, createStore, entries, get, set } from 'idb-keyval';
import { call } from './api.ts';
import { ProblemError } from './problem-error.ts';

type CurrentSession = Answer<'GET /sessions/current'>;

/** Milliseconds that a copy is good for: the day in the classroom. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** An answer of the API kept on this device, and whose it is. */
interface Kept {
  readonly owner: string;
  readonly keptAt: string;
  readonly answer: unknown;
}

/** What a read brought; `keptAt` when it is the copy of that instant, for want of a network. */
export interface KeptAnswer<T> {
  readonly answer: T;
  readonly keptAt: string | null;
}

const store = createStore('jalon-reads', 'reads');
const sessionKey = 'session';

/** Whose the copies on this device are: one person in one centre. */
export const ownerOf = ({ centre, personId }: CurrentSession): string => `${centre.id} ${personId}`;

/** Keeps who is logged in, so that a page opens without a network. */
export const keepSession = (session: CurrentSession): Promise<void> =>
  keep(sessionKey, ownerOf(session), session);

/** Who was logged in when the network went; `null` when nobody was or the device keeps nothing. */
export async function readKeptSession(): Promise<CurrentSession | null> {
  const kept = await find(sessionKey);
  return kept ? (kept.answer as CurrentSession) : null;
}

/** Forgets every copy: at the logout, nothing about learners stays on a shared tablet. */
export const forgetKeptReads = (): Promise<void> => clear(store).catch(() => undefined);

/** The copies of one endpoint that this person may open without a network. */
export async function listKept<K extends RouteKey>(
  route: K,
  session: CurrentSession,
): Promise<readonly Answer<K>[]> {
  const all = await entries<string, Kept>(store).catch(() => []);
  return all
    .filter(([key, kept]) => key.startsWith(`${route} `) && kept.owner === ownerOf(session))
    .filter(([, kept]) => isGood(kept))
    .map(([, { answer }]) => answer as Answer<K>);
}

/** Reads an endpoint and keeps its answer on this device; without a network, brings the copy. */
export function useKeptRead<K extends RouteKey>(
  route: K,
  request: Request<K>,
  session: CurrentSession,
) {
  const key = `${route} ${JSON.stringify(request)}`;
  const owner = ownerOf(session);
  return useQuery<KeptAnswer<Answer<K>>>({
    queryKey: [route, request, 'kept'],
    queryFn: async ({ signal }) => {
      try {
        const answer = await call(route, request, signal);
        void keep(key, owner, answer);
        return { answer, keptAt: null };
      } catch (error) {
        const kept = isNetworkDown(error) ? await find(key) : null;
        if (kept?.owner !== owner) throw error;
        return { answer: kept.answer as Answer<K>, keptAt: kept.keptAt };
      }
    },
  });
}

const isNetworkDown = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'network_down';

/** A device that refuses to keep anything (private window) still has the API. */
const keep = (key: string, owner: string, answer: unknown): Promise<void> =>
  set(key, { owner, keptAt: new Date().toISOString(), answer } satisfies Kept, store).catch(
    () => undefined,
  );

const find = (key: string): Promise<Kept | null> =>
  get<Kept>(key, store).then(
    (kept) => (kept && isGood(kept) ? kept : null),
    () => null,
  );

const isGood = ({ keptAt }: Kept): boolean => Date.now() - Date.parse(keptAt) < KEPT_FOR;
