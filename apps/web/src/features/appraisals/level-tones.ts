import type { AppraisalLevel } from '@jalon/domain';
import type { Tone } from '../../components/state-badge.tsx';

/** The colour of each level, wherever one is shown. */
export const levelTones: Readonly<Record<AppraisalLevel, Tone>> = {
  mastered: 'ok',
  in_progress: 'warn',
  not_acquired: 'bad',
};
