import { formatMinutes } from './french-format.ts';

/** « 165 h sur 204 h »; « aucune heure due » for a learner who follows nothing (DOMAIN 4.7). */
export const tellHours = ({ done, due }: Pick<HoursDone, 'done' | 'due'>): string =>
  done === 0 && due === 0 ? 'aucune heure due' : `${formatMinutes(done)} sur ${formatMinutes(due)}`;

/** Minutes of training due and done; granted dispensations are already taken off `due`. */
export interface HoursDone {
  readonly due: number;
  /** On half-days whose sheet is signed: Σ signed slot hours (DOMAIN 13). */
  readonly done: number;
  /**
   * What is still to do, module by module: hours never compensate, so minutes done beyond what a
   * module asks, or on a module dispensed since, make up for nothing elsewhere.
   */
  readonly missing: number;
  /** Recorded on half-days whose sheet nobody has signed yet: it does not count so far. */
  readonly unsigned: number;
}
