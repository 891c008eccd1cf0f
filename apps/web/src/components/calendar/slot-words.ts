import type { CalendarSlot } from '@jalon/contract';
import { formatTime } from '@jalon/domain';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import type { GridSlot } from './slot-chip.tsx';

type Moment = Pick<CalendarSlot, 'startsAt' | 'minutes'>;

/** « 9 h – 12 h 30 », each hour on one line. */
export const sayTimes = ({ startsAt, minutes }: Moment): string =>
  keepFrenchSpaces(`${formatTime(startsAt)} – ${formatTime(startsAt + minutes)}`);

/** The hours that a row of the grid stands for; only others are written on the half-day. */
export const usualStart = { morning: 540, afternoon: 810 };
const usualMinutes = 210;
export const sayUnusualTimes = (slot: Moment & Pick<CalendarSlot, 'halfDay'>): string =>
  slot.startsAt === usualStart[slot.halfDay] && slot.minutes === usualMinutes ? '' : sayTimes(slot);

/** Whether attendance or a signature stands on the half-day. */
export const isRecorded = ({
  recordedCount,
  signerName,
}: Pick<CalendarSlot, 'recordedCount' | 'signerName'>): boolean =>
  recordedCount > 0 || signerName !== null;

/** « matin » or « après-midi ». */
export const sayHalf = ({ halfDay }: Pick<CalendarSlot, 'halfDay'>): string =>
  halfDay === 'morning' ? 'matin' : 'après-midi';

/** The room, or « à distance ». */
export const sayPlace = ({ mode, room }: CalendarSlot): string =>
  mode === 'remote' ? 'à distance' : (room?.name ?? '');

/** Hours, trainer and room. */
export const sayFacts = (slot: CalendarSlot): string =>
  [sayTimes(slot), slot.trainer?.name ?? 'sans formateur', sayPlace(slot)]
    .filter(Boolean)
    .join(' · ');

export const toGridSlot = (slot: CalendarSlot): GridSlot => ({
  key: slot.id,
  date: slot.date,
  halfDay: slot.halfDay,
  kind: slot.kind,
  blockCode: slot.blockCode,
  name: slot.name,
  facts: [
    sayUnusualTimes(slot),
    slot.trainer?.name ?? 'sans formateur',
    sayPlace(slot).replaceAll(' ', '\u00A0'),
  ]
    .filter(Boolean)
    .join(' · '),
  isCancelled: slot.cancelReason !== null,
});
