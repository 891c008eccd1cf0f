import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadingState } from './loading-state.tsx';
import { PageProblem } from './page-problem.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface WhenReadProps<T> {
  readonly read: UseQueryResult<T>;
  /** How far a long read is, in words. */
  readonly progress?: string | null;
  /** A part of a page that has its title already; otherwise the page itself waits for the read. */
  readonly isPart?: boolean;
  readonly children: (data: T) => ReactNode;
}

/** Waits for a read, says what went wrong with it, then shows what it brought. */
export function WhenRead<T>({ read, progress, isPart = false, children }: WhenReadProps<T>) {
  if (read.data !== undefined) return children(read.data);
  if (!read.error) return <LoadingState progress={progress} />;
  const Problem = isPart ? ProblemAlert : PageProblem;
  return <Problem problem={read.error} onRetry={() => read.refetch()} />;
}
