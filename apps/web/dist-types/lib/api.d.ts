import type { Answer, Request, RouteKey } from '@jalon/contract';
import { type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
/**
 * Calls one endpoint of the contract. A download answers with its Blob.
 * @throws ProblemError
 */
export declare function call<K extends RouteKey>(key: K, request: Request<K>, signal?: AbortSignal): Promise<Answer<K>>;
/** Calls a download and hands the file to the browser under the name the API gave it. */
export declare function download<K extends RouteKey>(key: K, request: Request<K>): Promise<void>;
/** The query of a read, for loaders and for `useRead`. */
export declare const readQuery: <K extends RouteKey>(key: K, request: Request<K>) => import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<Answer<K>, Error, Answer<K>, readonly unknown[]>, "queryFn"> & {
    queryFn?: import("@tanstack/react-query").QueryFunction<Answer<K>, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], Answer<K>, Error>;
/** How a read is kept: `enabled: false` waits, `refetchInterval` in milliseconds asks again. */
export interface ReadOptions {
    readonly enabled?: boolean;
    readonly refetchInterval?: number | false;
}
/** Reads an endpoint and keeps its answer; every screen that reads the same shares it. */
export declare const useRead: <K extends RouteKey>(key: K, request: Request<K>, options?: ReadOptions) => UseQueryResult<Answer<K>>;
/** What a write makes stale: these reads, or everything when nothing is said. */
export interface WriteOptions {
    readonly invalidates?: readonly RouteKey[];
}
/**
 * Writes to an endpoint; resolves once what it made stale has been read again.
 * `mutateAsync(request)` throws ProblemError.
 */
export declare function useWrite<K extends RouteKey>(key: K, { invalidates }?: WriteOptions): UseMutationResult<Answer<K>, Error, Request<K>>;
