import { formatMinutes } from './french-format.ts';

/**
 * Minutes that count towards what is due: those beyond what a module asks, or on one dispensed since,
 * fill nothing, so that nobody has done more than what is due (DOMAIN 13).
 */
export const countedMinutes = ({ due, missing }: Pick<HoursDone, 'due' | 'missing'>): number =>
  due - missing;

/** Minutes done that fill nothing: beyond what their module asks. */
export const surplusMinutes = (hours: Pick<HoursDone, 'done' | 'due' | 'missing'>): number =>
  hours.done - countedMinutes(hours);

/** « 165 h sur 204 h », what counts; « aucune heure due » for a learner who follows nothing (DOMAIN 4.7). */
export const tellHours = (hours: Pick<HoursDone, 'due' | 'missing'>): string =>
  tellCounted(countedMinutes(hours), hours.due);

/** The same of minutes that are counted already. */
export const tellCounted = (counted: number, due: number): string =>
  due === 0 ? 'aucune heure due' : `${formatMinutes(counted)} sur ${formatMinutes(due)}`;

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
