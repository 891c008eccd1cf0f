import { type Booking, endOfSlot, mondayOf, type PlainDate } from '@jalon/domain';

type Moment = { readonly date: PlainDate; readonly startsAt: number; readonly minutes: number };
type Held = Moment & Pick<Booking, 'trainerId' | 'roomId'>;

/** Who and what is taken when, as the plan grows cohort by cohort. */
export class Occupancy {
  private readonly byDay = new Map<string, Moment[]>();
  private readonly weekMinutes = new Map<string, number>();

  constructor(held: readonly Held[] = []) {
    this.add(held);
  }

  add(held: readonly Held[]): void {
    for (const one of held) {
      for (const id of [one.trainerId, one.roomId]) {
        if (id === null) continue;
        const key = `${id} ${one.date}`;
        const day = this.byDay.get(key);
        if (day) day.push(one);
        else this.byDay.set(key, [one]);
      }
      if (one.trainerId !== null) this.addMinutes(one.trainerId, one.date, one.minutes);
    }
  }

  private addMinutes(trainerId: string, date: PlainDate, minutes: number): void {
    const key = `${trainerId} ${mondayOf(date)}`;
    this.weekMinutes.set(key, (this.weekMinutes.get(key) ?? 0) + minutes);
  }

  /** Whether the trainer or the room is free for the whole of the moment. */
  isFree(id: string, moment: Moment): boolean {
    const day = this.byDay.get(`${id} ${moment.date}`);
    return !day?.some(
      (held) => held.startsAt < endOfSlot(moment) && moment.startsAt < endOfSlot(held),
    );
  }

  /** Minutes that a trainer already has in the week of that Monday. */
  minutesInWeek(trainerId: string, monday: PlainDate): number {
    return this.weekMinutes.get(`${trainerId} ${monday}`) ?? 0;
  }
}
