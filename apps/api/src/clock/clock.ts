import type { PlainDate } from '@jalon/domain';

/** The only source of time in the API, so that tests can set it. */
export abstract class Clock {
  abstract now(): Date;

  /** Today's date in Paris: a deadline falls on a French day, wherever the server is. */
  today(): PlainDate {
    return parisDay.format(this.now());
  }
}

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
