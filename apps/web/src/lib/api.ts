import type { Answer, Request, RouteKey } from '@jalon/contract';
import {
  type keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { networkDown, readProblem } from './problem-error.ts';
import { type ListPage, readAllPages } from './read-all-pages.ts';
import { type AddressParts, buildRequestUrl } from './request-url.ts';
import { saveFile } from './save-file.ts';
import { shareInFlight } from './share-in-flight.ts';

/**
 * Calls one endpoint of the contract. A download answers with its Blob.
 * @throws ProblemError
 */
export async function call<K extends RouteKey>(
  key: K,
  request: Request<K>,
  signal?: AbortSignal,
): Promise<Answer<K>> {
  const response = await send(key, request, signal);
  const isJson = response.headers.get('content-type')?.includes('application/json');
  // The contract's response schema is what the API serialises with: the cast names it.
  return (isJson ? await response.json() : await response.blob()) as Answer<K>;
}

/** Calls a download and hands the file to the browser under the name the API gave it. */
export async function download<K extends RouteKey>(key: K, request: Request<K>): Promise<void> {
  const response = await send(key, request);
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'jalon';
  saveFile(decodeURIComponent(name), await response.blob());
}

async function send(
  key: RouteKey,
  request: AddressParts & { readonly body?: unknown },
  signal?: AbortSignal,
): Promise<Response> {
  const hasBody = request.body !== undefined;
  const response = await fetch(buildRequestUrl(key, request), {
    method: key.slice(0, key.indexOf(' ')),
    credentials: 'same-origin',
    ...(hasBody ? { headers: { 'content-type': 'application/json' } } : {}),
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw networkDown();
  });
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** The query of a read, for loaders and for `useRead`. */
export const readQuery = <K extends RouteKey>(key: K, request: Request<K>) => ({
  queryKey: [key, request] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Answer<K>> =>
    call(key, request, signal),
});

/**
 * How a read is kept: `enabled: false` waits, `refetchInterval` in milliseconds asks again; a
 * `placeholderData` of `keepPreviousData` shows the last answer while another question is asked.
 */
export interface ReadOptions {
  readonly enabled?: boolean;
  readonly placeholderData?: typeof keepPreviousData;
  readonly refetchInterval?: number | false;
}

/** Reads an endpoint and keeps its answer; every screen that reads the same shares it. */
export const useRead = <K extends RouteKey>(
  key: K,
  request: Request<K>,
  options: ReadOptions = {},
) =>
  // Left to infer, the compiler weighs every route's answer against every other: the cast names it.
  useQuery<unknown>({ ...readQuery(key, request), ...options }) as unknown as UseQueryResult<
    Answer<K>
  >;

/** The lists that the API hands out by pages, and a row of each. */
interface PagedRows {
  readonly 'GET /reminders': Answer<'GET /reminders'>['rows'][number];
  readonly 'GET /appraisals': Answer<'GET /appraisals'>['rows'][number];
  readonly 'GET /deadlines': Answer<'GET /deadlines'>['rows'][number];
}

/**
 * Reads a list that the API hands out by pages to its last row: search, sorting and export see all
 * of it. `progress` tells how far a long list is.
 */
export function useReadAll<K extends keyof PagedRows>(
  key: K,
  request: { readonly query: object } & Request<K>,
  rowKey: (row: PagedRows[K]) => string,
) {
  const [progress, setProgress] = useState<string | null>(null);
  const readPage = (page: number, signal: AbortSignal) =>
    call(key, { ...request, query: { ...request.query, page } } as unknown as Request<K>, signal);
  const read = useQuery<unknown>({
    queryKey: [key, request, 'all pages'],
    queryFn: ({ signal }) =>
      readAllPages(
        (page) => readPage(page, signal) as unknown as Promise<ListPage<PagedRows[K]>>,
        rowKey,
        (done, total) => setProgress(`${done} lignes lues sur ${total}…`),
      ),
  }) as unknown as UseQueryResult<Answer<K>>;
  return { read, progress };
}

const asideKey = 'aside';

/** A read beside the page, such as the menu's counts: kept for a minute, and no write waits for it. */
export const useAsideRead = <K extends RouteKey>(
  key: K,
  request: Request<K>,
  options: ReadOptions = {},
) =>
  useQuery<unknown>({
    ...readQuery(key, request),
    queryKey: [asideKey, key, request],
    staleTime: 60_000,
    ...options,
  }) as unknown as UseQueryResult<Answer<K>>;

/** What a write makes stale: these reads, or everything when nothing is said. */
export interface WriteOptions {
  readonly invalidates?: readonly RouteKey[];
}

/**
 * Writes to an endpoint; resolves once what it made stale has been read again.
 * `mutateAsync(request)` throws ProblemError. The same request twice in one instant is one write.
 */
export function useWrite<K extends RouteKey>(
  key: K,
  { invalidates }: WriteOptions = {},
): UseMutationResult<Answer<K>, Error, Request<K>> {
  const queryClient = useQueryClient();
  const [write] = useState(() => shareInFlight((request: Request<K>) => call(key, request)));
  return useMutation({
    mutationFn: write,
    onSuccess: async () => {
      // The menu's counts follow in their own time: no form waits for them.
      void queryClient.invalidateQueries({ queryKey: [asideKey] });
      if (!invalidates)
        return queryClient.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] !== asideKey,
        });
      await Promise.all(
        invalidates.map((route) => queryClient.invalidateQueries({ queryKey: [route] })),
      );
    },
  });
}
