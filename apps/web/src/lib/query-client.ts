import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.ts';

/** A device that knows itself without a network need not wait to find out again. */
const isWorthRetrying = (count: number, error: Error): boolean =>
  count < 2 && navigator.onLine && error instanceof ProblemError && error.code === 'network_down';

/** One cache for the whole page. Offline calls are tried and fail aloud rather than wait in silence. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: isWorthRetrying, staleTime: 10_000 },
      mutations: { networkMode: 'always' },
    },
  });
