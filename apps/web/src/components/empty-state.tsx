import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What the place is for, in a sentence or two. */
  readonly children: ReactNode;
  /** The first thing to do here. */
  readonly action?: ReactNode;
}

/** A place without content yet: what it is for, and the first action. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      <div className={classes.words}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
