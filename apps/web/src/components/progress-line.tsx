import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './progress-line.module.css';
import { spaced } from './spaced.ts';

interface ProgressLineProps {
  readonly done: number;
  readonly total: number;
  /** What is measured, for those who do not see the bar. */
  readonly label: string;
  /** The same in words, under the bar: « 9 prêts sur 14 · jury dans 25 jours ». */
  readonly children: ReactNode;
  /** On the dark top of a phone page. */
  readonly isOnDark?: boolean;
}

/** A bar and the words that say it. */
export function ProgressLine({
  done,
  total,
  label,
  children,
  isOnDark = false,
}: ProgressLineProps) {
  const percent = total > 0 ? Math.min(100, (100 * done) / total) : 0;
  return (
    <div className={classes.progress} data-on-dark={isOnDark}>
      <Progress.Root size={6} radius="sm" className={classes.track ?? ''}>
        <Progress.Section value={percent} aria-label={label} className={classes.bar ?? ''} />
      </Progress.Root>
      <div className={classes.words}>{spaced(children)}</div>
    </div>
  );
}
