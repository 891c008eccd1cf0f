import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadingState } from './loading-state.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface WhenReadProps<T> {
  readonly read: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** Waits for a read, says what went wrong with it, then shows what it brought. */
export function WhenRead<T>({ read, children }: WhenReadProps<T>) {
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ProblemAlert problem={read.error} onRetry={() => read.refetch()} />;
  return <LoadingState />;
}
