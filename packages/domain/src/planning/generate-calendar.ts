import type { Framework } from '../frameworks/framework.ts';
import { isSameItem, type ProgrammeItem, type ProgrammeKey } from '../frameworks/list-programme.ts';
import { orderProgramme } from '../frameworks/order-programme.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import { addYears, type MinuteOfDay, type PlainDate } from '../plain-date.ts';
import { mondayOf } from '../plans/week.ts';
import type { HalfDay } from '../vocabulary.ts';
import { isAverage } from './average-rhythm.ts';
import type { DayOff } from './find-day-off.ts';
import {
  listOpenHalfDays,
  maxMinutesPerDay,
  type OpenHalfDay,
  type Rhythm,
} from './list-open-half-days.ts';
import { overlaps } from './slot.ts';

/** Without an end, how far the calendar looks for open days before it gives up. */
const horizonYears = 5;

export interface CalendarRequest extends Omit<Rhythm, 'endsOn'> {
  readonly framework: Framework;
  /** Last possible day, included; `null` when the cohort may end when it ends. */
  readonly endsOn: PlainDate | null;
  /** Half-days that stay as they are: their minutes count, their moments are taken. */
  readonly kept?: readonly ProposedSlot[];
}

/** One half-day of the calendar. */
export interface ProposedSlot extends ProgrammeKey {
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
}

/** Minutes for which no open half-day was left. */
export interface UnplacedItem extends ProgrammeKey {
  readonly name: string;
  readonly minutes: number;
  readonly reason: string;
}

export interface CalendarProposal {
  /** In order of date and time. */
  readonly slots: readonly ProposedSlot[];
  readonly unplaced: readonly UnplacedItem[];
  /** Usual days that were skipped between the first and the last slot, and why. */
  readonly skippedDays: readonly DayOff[];
}

/**
 * Proposes every half-day of a cohort: the exact minutes of each module, in the programme's order,
 * each on fresh half-days, and a block's evaluation after its last module (S1:L178). Deterministic.
 *
 * @throws RangeError when `minutesPerDay` is not an integer from 1 to 420.
 */
export function generateCalendar(request: CalendarRequest): CalendarProposal {
  const { minutesPerDay } = request;
  if (!Number.isInteger(minutesPerDay) || minutesPerDay < 1 || minutesPerDay > maxMinutesPerDay) {
    throw new RangeError(`minutesPerDay must be an integer from 1 to 420, got ${minutesPerDay}`);
  }
  const skippedDays: DayOff[] = [];
  const halfDays = listFreeHalfDays(request, (dayOff) => skippedDays.push(dayOff));
  const slots: ProposedSlot[] = [];
  const unplaced: UnplacedItem[] = [];
  for (const item of orderProgramme(request.framework)) {
    const missing = placeItem(lessKept(item, request.kept ?? []), halfDays, slots);
    if (missing > 0)
      unplaced.push({ ...item, minutes: missing, reason: whyUnplaced(request, missing) });
  }
  return { slots, unplaced, skippedDays };
}

function lessKept(item: ProgrammeItem, kept: readonly ProposedSlot[]): ProgrammeItem {
  const keptMinutes = kept
    .filter((slot) => isSameItem(slot, item))
    .reduce((total, slot) => total + slot.minutes, 0);
  return { ...item, minutes: Math.max(0, item.minutes - keptMinutes) };
}

/** Puts an item on the next open half-days and returns the minutes that found none. */
function placeItem(
  item: ProgrammeItem,
  halfDays: Iterator<OpenHalfDay>,
  slots: ProposedSlot[],
): number {
  let missing = item.minutes;
  while (missing > 0) {
    const next = halfDays.next();
    if (next.done) return missing;
    const minutes = Math.min(missing, next.value.minutes);
    const { kind, blockCode, moduleCode } = item;
    slots.push({ ...next.value, minutes, kind, blockCode, moduleCode });
    missing -= minutes;
  }
  return 0;
}

function* listFreeHalfDays(
  request: CalendarRequest,
  onDayOff: (dayOff: DayOff) => void,
): Generator<OpenHalfDay, undefined> {
  const endsOn = request.endsOn ?? addYears(request.startsOn, horizonYears);
  const isWithinRhythm = countDays(request);
  const { minutesLeft, take } = countMinutes(request);
  for (const half of listOpenHalfDays({ ...request, endsOn }, onDayOff)) {
    const isTaken = (request.kept ?? []).some((slot) => overlaps(slot, half));
    if (isTaken || !isWithinRhythm(half.date)) continue;
    const minutes = Math.min(half.minutes, minutesLeft(half.date));
    if (minutes <= 0) continue;
    take(half.date, minutes);
    yield { ...half, minutes };
  }
}

/** Minutes that a day may still hold beside what stays: 7 h in all (DOMAIN 12). */
function countMinutes({ kept = [] }: CalendarRequest) {
  // Groups side by side are one half-day for whoever attends.
  const moments = new Map(kept.map((slot) => [`${slot.date} ${slot.startsAt}`, slot]));
  const held = new Map<PlainDate, number>();
  const take = (day: PlainDate, minutes: number) => {
    held.set(day, (held.get(day) ?? 0) + minutes);
  };
  for (const { date, minutes } of moments.values()) take(date, minutes);
  return { minutesLeft: (day: PlainDate) => maxMinutesPerDay - (held.get(day) ?? 0), take };
}

/** Whether a day may still be taught: each week has as many as the rhythm on average (H5). */
function countDays(request: CalendarRequest): (day: PlainDate) => boolean {
  if (!isAverage(request)) return () => true;
  const most = request.daysPerWeek ?? request.weekdays.length;
  const taught = new Map<PlainDate, Set<PlainDate>>();
  const weekOf = (day: PlainDate) => {
    const week = taught.get(mondayOf(day)) ?? new Set();
    taught.set(mondayOf(day), week);
    return week;
  };
  for (const { date } of request.kept ?? []) weekOf(date).add(date);
  return (day) => {
    const week = weekOf(day);
    if (week.has(day)) return true;
    if (week.size >= most) return false;
    week.add(day);
    return true;
  };
}

function whyUnplaced(request: CalendarRequest, missing: number): string {
  const what = `${formatMinutes(missing)} sans date`;
  if (request.weekdays.length === 0) return `${what} : aucun jour de la semaine n’est choisi.`;
  if (request.endsOn === null) {
    return `${what} : plus aucun jour ouvert en ${horizonYears} ans. Rouvrez un mois ou un jour.`;
  }
  return `${what} : plus aucun jour ouvert avant la fin, le ${formatDay(request.endsOn)}. Reculez la fin ou ajoutez un jour par semaine.`;
}
