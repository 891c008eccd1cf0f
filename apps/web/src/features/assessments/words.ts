import type { Answer } from '@jalon/contract';
import { formatShortDay } from '@jalon/domain';
import type { Tone } from '../../components/state-badge.tsx';

export type Grid = Answer<'GET /cohorts/:cohortId/assessments/:blockCode'>;
export type Learner = Grid['learners'][number];
export type Assessment = Grid['block']['assessments'][number];
export type Cell = Learner['cells'][number];
export type CredentialStatus = Learner['credentials'][number];

export const cellWords: Record<Cell['state'], { readonly label: string; readonly tone: Tone }> = {
  acquired: { label: 'acquise', tone: 'ok' },
  failed: { label: 'non acquise', tone: 'bad' },
  missing: { label: 'à passer', tone: 'mute' },
};

export const credentialTones: Record<CredentialStatus['status'], Tone> = {
  valid: 'ok',
  expiring: 'warn',
  expired: 'bad',
  missing: 'warn',
};

/** « n° 2, le 20/11/2026 » under a cell's word. */
export const describeAttempt = ({ current }: Cell): string =>
  current ? `n° ${current.attempt}, le ${formatShortDay(current.heldOn)}` : '';
