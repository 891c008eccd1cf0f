import type { ReactNode } from 'react';
import classes from './key-figures.module.css';
import { spaced } from './spaced.ts';

/** A number with its name; the value may be a link to the rows it is made of. */
export interface KeyFigure {
  readonly label: string;
  readonly value: ReactNode;
}

/** A row of big numbers, each under its label. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value}>{spaced(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
