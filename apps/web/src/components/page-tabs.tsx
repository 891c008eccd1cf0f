import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { showCurrent, useOverflowEdges } from '../lib/use-overflow-edges.ts';
import classes from './page-tabs.module.css';
import cue from './scroll-cue.module.css';

export interface PageTab {
  readonly label: string;
  readonly to: NonNullable<LinkProps['to']>;
  /** Whether the tab also stands for the pages under its address. */
  readonly hasPages?: boolean;
}

interface PageTabsProps {
  /** What the pages are about: « Cette cohorte ». */
  readonly label: string;
  readonly params: Readonly<Record<string, string>>;
  readonly tabs: readonly PageTab[];
}

/** The pages of one thing, one line under the title; the current one is underlined. */
export function PageTabs({ label, params, tabs }: PageTabsProps) {
  const line = useRef<HTMLElement>(null);
  const edges = useOverflowEdges(line);
  useEffect(() => showCurrent(line.current), []);
  return (
    <nav ref={line} aria-label={label} className={`${cue.cue} ${classes.tabs}`} {...edges}>
      {tabs.map(({ label: name, to, hasPages = false }) => (
        <Link
          key={to}
          to={to}
          params={params as never}
          activeOptions={{ exact: !hasPages, includeSearch: false }}
          className={classes.tab ?? ''}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
