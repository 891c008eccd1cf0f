import type { ReactNode } from 'react';
import { spaced } from './spaced.ts';
import classes from './state-badge.module.css';

/** ok: acquis, signé · ready: prêt, en cours · warn: manque, à risque · bad: non acquis, en retard · mute: sans objet. */
export type Tone = 'ok' | 'ready' | 'warn' | 'bad' | 'mute';

/** A state as a word on its colour. */
export function StateBadge({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {spaced(children)}
    </span>
  );
}
