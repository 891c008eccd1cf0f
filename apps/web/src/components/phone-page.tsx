import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusTitle } from '../lib/page-focus.ts';
import classes from './phone-page.module.css';

interface PhonePageProps {
  readonly title: string;
  /** Above the title on the dark top, under it on the light one. */
  readonly overline?: ReactNode;
  /** The state of saving, at the top right: « Enregistré à 12 h 41 ». */
  readonly status?: ReactNode;
  /** Under the title: a progress line. */
  readonly summary?: ReactNode;
  /** Buttons that stay at the bottom, under the thumb. */
  readonly actions?: ReactNode;
  readonly tone?: 'light' | 'dark';
  readonly children: ReactNode;
}

/** A page of one column: what it is at the top, what to do at the bottom. */
export function PhonePage({ tone = 'light', actions, children, ...top }: PhonePageProps) {
  return (
    <>
      <PhoneTop tone={tone} {...top} />
      <main id="contenu" tabIndex={-1} className={classes.content}>
        {children}
      </main>
      {actions && <div className={classes.actions}>{actions}</div>}
    </>
  );
}

function PhoneTop({
  title,
  overline,
  status,
  summary,
  tone,
}: Omit<PhonePageProps, 'children' | 'actions'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusTitle(heading.current), []);
  return (
    <header className={classes.top} data-tone={tone}>
      <title>{`${title} · Jalon`}</title>
      <div className={classes.line}>
        <span className={classes.brand}>Jalon</span>
        <span role="status" className={classes.status}>
          {status}
        </span>
      </div>
      <div className={classes.words}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {overline && <div className={classes.overline}>{overline}</div>}
      </div>
      {summary}
    </header>
  );
}
