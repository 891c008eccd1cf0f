import type { CalendarSlot } from '@jalon/contract';
import { formatTime } from '@jalon/domain';
import type { GridSlot } from './month-grid.tsx';

type Moment = Pick<CalendarSlot, 'startsAt' | 'minutes'>;

/** « 9 h – 12 h 30 ». */
export const sayTimes = ({ startsAt, minutes }: Moment): string =>
  `${formatTime(startsAt)} – ${formatTime(startsAt + minutes)}`;

/** « matin » or « après-midi ». */
export const sayHalf = ({ halfDay }: Pick<CalendarSlot, 'halfDay'>): string =>
  halfDay === 'morning' ? 'matin' : 'après-midi';

/** Under the name: the hours when they are not the usual ones, trainer, room. */
export function sayFacts(slot: CalendarSlot): string {
  const place = slot.mode === 'remote' ? 'à distance' : slot.room;
  return [sayTimes(slot), slot.trainer?.name ?? 'sans formateur', place]
    .filter(Boolean)
    .join(' · ');
}

export const toGridSlot = (slot: CalendarSlot): GridSlot => ({
  key: slot.id,
  date: slot.date,
  halfDay: slot.halfDay,
  kind: slot.kind,
  blockCode: slot.blockCode,
  name: slot.name,
  facts: sayFacts(slot),
  isCancelled: slot.cancelReason !== null,
});
