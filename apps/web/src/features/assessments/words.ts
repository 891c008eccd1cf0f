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

/** « 20/11/2026 », and from the second on « n° 2, 20/11/2026 ». */
export const describeAttempt = ({ current }: Cell): string => {
  if (!current) return '';
  const day = formatShortDay(current.heldOn);
  return current.attempt === 1 ? day : `n° ${current.attempt}, ${day}`;
};
