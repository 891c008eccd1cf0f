import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusTitle } from '../../lib/page-focus.ts';
import classes from './public-card.module.css';

/** The stages of a path, from the first application to the certificate. */
const stages = ['Candidature', 'Formation', 'Épreuves', 'Jury', 'Certificat'];

/** A page before the login: what Jalon is on one side, the one thing to do on the other. */
export function PublicCard({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusTitle(heading.current), []);
  return (
    <div className={classes.page}>
      <title>{`${title} · Jalon`}</title>
      <header className={classes.side}>
        <span className={classes.brand}>Jalon</span>
        <div className={classes.pitch}>
          <p className={classes.promise}>
            De la candidature au certificat, sans rien perdre en route.
          </p>
          <ol className={classes.stages}>
            {stages.map((stage) => (
              <li key={stage}>{stage}</li>
            ))}
          </ol>
        </div>
      </header>
      <main id="contenu" className={classes.main}>
        <div className={classes.card}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {children}
        </div>
      </main>
    </div>
  );
}
