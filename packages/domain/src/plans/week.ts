import { addDays, type PlainDate, weekdayOf } from '../plain-date.ts';

/** The Monday of the day's week: weeks are told by their first day. */
export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));

/** One trainer's week, as a key to sort half-days by: their maximum and minimum are weekly. */
export const trainerWeek = (held: {
  readonly trainerId: string | null;
  readonly date: PlainDate;
}): string => `${held.trainerId} ${mondayOf(held.date)}`;
