import type { ParisMoment, PlainDate } from '@jalon/domain';
import { parisDayOf, parisMomentOf } from './paris-day.ts';

/** The only source of time in the API, so that tests can set it. */
export abstract class Clock {
  abstract now(): Date;

  /** Today's date in Paris. */
  today(): PlainDate {
    return parisDayOf(this.now());
  }

  /** The day and the minute of the day in Paris. */
  parisMoment(): ParisMoment {
    return parisMomentOf(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
