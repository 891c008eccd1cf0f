import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.ts';

const isWorthRetrying = (count: number, error: Error): boolean =>
  count < 2 && error instanceof ProblemError && error.code === 'network_down';

/** One cache for the whole page. Offline calls are tried and fail aloud rather than wait in silence. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: isWorthRetrying, staleTime: 10_000 },
      mutations: { networkMode: 'always' },
    },
  });
