import type { Dispensation } from '../dispensations/dispensation.ts';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import type { Framework } from '../frameworks/framework.ts';
import { sumHours } from '../frameworks/sum-hours.ts';
import { formatMinutes } from '../french-format.ts';

/** The hours of one learner's path, in minutes. */
export interface HoursDue {
  /** Modules and evaluations of the version. */
  readonly totalMinutes: number;
  readonly waivedMinutes: number;
  readonly dueMinutes: number;
  /** « 204 h dues au lieu de 279 h », or « 279 h dues » when nothing is waived. */
  readonly sentence: string;
}

/** Hours due once the granted dispensations are taken off (DOMAIN 13, `hours_due`). */
export function sumHoursDue(
  framework: Framework,
  dispensations: readonly Pick<
    Dispensation,
    'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state'
  >[],
): HoursDue {
  const { totalMinutes } = sumHours(framework);
  const waivedMinutes = minutesWaived(framework, dispensations).totalMinutes;
  const dueMinutes = totalMinutes - waivedMinutes;
  const due = `${formatMinutes(dueMinutes)} dues`;
  const sentence = waivedMinutes === 0 ? due : `${due} au lieu de ${formatMinutes(totalMinutes)}`;
  return { totalMinutes, waivedMinutes, dueMinutes, sentence };
}
