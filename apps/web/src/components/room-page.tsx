import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusTitle } from '../lib/page-focus.ts';
import classes from './room-page.module.css';

interface RoomPageProps {
  /** « Candidat 4 sur 14 — Bonnet Maxime ». */
  readonly title: string;
  /** « Jury paritaire · 18 décembre 2026 · RNCP 40913 ». */
  readonly overline: ReactNode;
  /** At the right of the top: parity, who is here. */
  readonly badges?: ReactNode;
  /** The list at the left. */
  readonly list: ReactNode;
  readonly listLabel: string;
  /** At the left of the bottom: who is present, who steps aside. */
  readonly notes?: ReactNode;
  /** At the right of the bottom: back, next. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** The screen of a deliberation: whom it is about at the top, everyone at the left, next at the bottom. */
export function RoomPage({ title, overline, badges, listLabel, ...parts }: RoomPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusTitle(heading.current), []);
  return (
    <div className={classes.room}>
      <title>{`${title} · Jalon`}</title>
      <header className={classes.top}>
        <div>
          <div className={classes.overline}>{overline}</div>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title ?? ''}>
            {title}
          </Title>
        </div>
        <div className={classes.badges}>{badges}</div>
      </header>
      <nav aria-label={listLabel} className={classes.list}>
        {parts.list}
      </nav>
      <main id="contenu" tabIndex={-1} className={classes.content}>
        {parts.children}
      </main>
      <footer className={classes.bottom}>
        <div className={classes.notes}>{parts.notes}</div>
        <div className={`${classes.badges} ${classes.actions}`}>{parts.actions}</div>
      </footer>
    </div>
  );
}
