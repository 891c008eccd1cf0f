import { addDays, type PlainDate, weekdayOf } from '../plain-date.ts';

/** The Monday of the day's week: weeks are told by their first day. */
export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));
