import type { ReactNode } from 'react';
/** ok: acquis, signé · ready: prêt, en cours · warn: manque, à risque · bad: non acquis, en retard · mute: sans objet. */
export type Tone = 'ok' | 'ready' | 'warn' | 'bad' | 'mute';
/** A state as a word on its colour. */
export declare function StateBadge({ tone, children, }: {
    readonly tone: Tone;
    readonly children: ReactNode;
}): import("react").JSX.Element;
