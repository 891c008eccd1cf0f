import { Clock } from '@jalon/api';

/** Time that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private instant = '2026-11-23T09:00:00+01:00') {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: string): void {
    this.instant = instant;
  }
}
