import type { ReactNode } from 'react';
import classes from './row-list.module.css';

/** Short lines, `<li>` each: what it is first and wide, then its state and what can be done. */
export const RowList = ({ children }: { readonly children: ReactNode }) => (
  <ul className={classes.rows}>{children}</ul>
);
