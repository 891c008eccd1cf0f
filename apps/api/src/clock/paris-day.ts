import type { PlainDate } from '@jalon/domain';

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of an instant in Paris: a deadline falls on a French day, wherever the server is. */
export const parisDayOf = (instant: Date): PlainDate => parisDay.format(instant);
