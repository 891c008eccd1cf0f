import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section-card.module.css';
import { spaced } from './spaced.ts';

interface SectionCardProps {
  readonly title?: string;
  /** Beside the title: a count, « 4 personnes, la plus proche d’abord ». */
  readonly hint?: ReactNode;
  /** At the far end of the title's line. */
  readonly actions?: ReactNode;
  /** `attention` for the one thing to do first. */
  readonly tone?: 'plain' | 'attention';
  /** Without inner space: rows and tables bring their own. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A white card under its title. */
export function SectionCard({
  title,
  hint,
  actions,
  tone = 'plain',
  isFlush = false,
  children,
}: SectionCardProps) {
  const titleId = useId();
  return (
    <section {...(title ? { 'aria-labelledby': titleId } : {})} className={classes.section}>
      {title && (
        <div className={classes.head}>
          <Title order={2} id={titleId}>
            {title}
          </Title>
          {hint !== undefined && <span className={classes.hint}>{spaced(hint)}</span>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      <div className={classes.card} data-tone={tone} data-flush={isFlush}>
        {children}
      </div>
    </section>
  );
}
