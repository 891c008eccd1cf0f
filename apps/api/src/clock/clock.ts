import type { PlainDate } from '@jalon/domain';
import { parisDayOf } from './paris-day.ts';

/** The only source of time in the API, so that tests can set it. */
export abstract class Clock {
  abstract now(): Date;

  /** Today's date in Paris. */
  today(): PlainDate {
    return parisDayOf(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
