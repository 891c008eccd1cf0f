import { addDays, isPublicHoliday, type PlainDate, weekdayOf } from '@jalon/domain';
import { Clock } from '../clock/clock.ts';

/** The demonstration is lived through the services, day by day in the past. */
export class SeedClock extends Clock {
  private instant = new Date();
  private readonly startedOn = new Date();

  now(): Date {
    return this.instant;
  }

  /** The real day, from which the story's dates are counted. */
  realToday(): PlainDate {
    const story = this.instant;
    this.instant = this.startedOn;
    const today = this.today();
    this.instant = story;
    return today;
  }

  /** The day so many days from today; negative for the past. */
  day(offset: number): PlainDate {
    return addDays(this.realToday(), offset);
  }

  /** That day, or the next one on which people work. */
  workday(offset: number): PlainDate {
    const day = this.day(offset);
    const isOff = weekdayOf(day) > 5 || isPublicHoliday(day, 'metropole');
    return isOff ? this.workday(offset + 1) : day;
  }

  /** Moves the story to a time of a day, 18 h in winter Paris by default. */
  moveTo(day: PlainDate, time = '17:00:00'): void {
    this.instant = new Date(`${day}T${time}Z`);
  }

  moveToNow(): void {
    this.instant = this.startedOn;
  }
}
