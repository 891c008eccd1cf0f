import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';
import { focusTitle } from '../lib/page-focus.ts';
import classes from './page-header.module.css';

interface PageHeaderProps {
  /** A sentence that says the state of the page; also the title of the browser's tab. */
  readonly title: string;
  /** What stands above the title: a date, or links up « Cohortes › RNCP 40913 · 279 h ». */
  readonly overline?: ReactNode;
  /** Buttons; one of them `variant="filled"` at most. */
  readonly actions?: ReactNode;
}

/** The top of a page. A navigation puts the focus on its title. */
export function PageHeader({ title, overline, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusTitle(heading.current), []);
  return (
    <header className={classes.header}>
      <title>{`${title} · Jalon`}</title>
      <div className={classes.words}>
        {overline && <div className={classes.overline}>{overline}</div>}
        <Title order={1} ref={heading} tabIndex={-1}>
          {keepFrenchSpaces(title)}
        </Title>
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
