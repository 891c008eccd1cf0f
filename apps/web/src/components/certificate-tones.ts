import type { CertificateCellState } from '@jalon/domain';
import type { Tone } from './state-badge.tsx';

/** The colour of what stands before the certificate; its word stands beside it always. */
export const certificateTones: Record<CertificateCellState, Tone> = {
  issued: 'ok',
  ready: 'ready',
  missing: 'warn',
  awaited: 'mute',
};
