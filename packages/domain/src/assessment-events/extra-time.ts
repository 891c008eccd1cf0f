import { formatMinutes } from '../french-format.ts';
import type { ExtraTimeKind } from '../vocabulary.ts';

/** The accommodation of a candidate: how much more time, and nothing of why (DOMAIN 14, Q12). */
export interface ExtraTime {
  readonly kind: ExtraTimeKind;
  /** Only of the kind `minutes`; `null` otherwise. */
  readonly minutes: number | null;
}

const divisors = { third: 3, half: 2 } as const;

/** Minutes that a candidate has beyond the `minutes` of the assessment, a part rounded up. */
export function extraMinutesOf({ kind, minutes: typed }: ExtraTime, minutes: number): number {
  if (kind === 'none') return 0;
  return kind === 'minutes' ? (typed ?? 0) : Math.ceil(minutes / divisors[kind]);
}

/** « tiers temps, 1 h 10 de plus »; empty when there is none. */
export function tellExtraTime(extra: ExtraTime, minutes: number): string {
  if (extra.kind === 'none') return '';
  const more = `${formatMinutes(extraMinutesOf(extra, minutes))} de plus`;
  if (extra.kind === 'minutes') return more;
  return `${extra.kind === 'third' ? 'tiers temps' : 'moitié de temps'}, ${more}`;
}
