import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './loading-state.module.css';

/** Grey lines in the place of what is being read; unseen during the first 150 ms. */
export function LoadingState({
  lines = 4,
  progress,
}: {
  readonly lines?: number;
  readonly progress?: string | null | undefined;
}) {
  return (
    <div role="status" className={classes.loading}>
      {progress ? <p>{progress}</p> : <VisuallyHidden>Chargement…</VisuallyHidden>}
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={line === 0 ? 28 : 18} width={line === 0 ? '40%' : '100%'} />
      ))}
    </div>
  );
}
