import { addDays, type PlainDate } from '../plain-date.ts';

/** As for a tutor's appraisal (DOMAIN 12): three days after the day, once. */
const DAYS_AFTER = 3;

/**
 * The last day of reviews whose missing signatures are asked for again on `today`: a review held on it
 * or before has been waiting for three days (DOMAIN 12, « Tutor appraisal due »). Once for each part.
 */
export const lastDayToRemind = (today: PlainDate): PlainDate => addDays(today, -DAYS_AFTER);
