import type { BlockCellState } from '@jalon/domain';
import type { Tone } from './state-badge.tsx';

/** The colour of each state; its word stands beside it always. */
export const cellTones: Record<BlockCellState, Tone> = {
  acquired: 'ok',
  ready: 'ready',
  missing: 'warn',
  not_acquired_proposed: 'bad',
  not_acquired: 'bad',
  lapsed: 'bad',
  dispensed: 'mute',
  in_progress: 'mute',
};
