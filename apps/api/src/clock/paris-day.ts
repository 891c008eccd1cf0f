import { type ParisMoment, type PlainDate, toTemporal } from '@jalon/domain';

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of an instant in Paris: a deadline falls on a French day, wherever the server is. */
export const parisDayOf = (instant: Date): PlainDate => parisDay.format(instant);

/** The instant at which a day begins in Paris. */
export const startOfParisDay = (day: PlainDate): Date =>
  new Date(toTemporal(day).toZonedDateTime('Europe/Paris').epochMilliseconds);

/** An instant as people in France read it on the clock. */
export const parisMomentOf = (instant: Date): ParisMoment => {
  const [hours = 0, minutes = 0] = parisTime.format(instant).split(':').map(Number);
  return { day: parisDayOf(instant), minute: hours * 60 + minutes };
};

const parisTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
});
