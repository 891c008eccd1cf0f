import type { Framework } from '../frameworks/framework.ts';
import {
  isSameItem,
  listProgramme,
  type ProgrammeItem,
  type ProgrammeKey,
} from '../frameworks/list-programme.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import { addDays, addYears, type MinuteOfDay, type PlainDate, weekdayOf } from '../plain-date.ts';
import type { HalfDay } from '../vocabulary.ts';
import { type DayOff, listDayOffReasons, type OpeningRules } from './find-day-off.ts';
import { overlaps } from './slot.ts';

/** A training day is 7 h, a half-day 3 h 30 (DOMAIN 12). */
export const maxMinutesPerDay = 420;
const maxMinutesPerHalfDay = 210;
const morningStart: MinuteOfDay = 540;
const afternoonStart: MinuteOfDay = 810;
/** Without an end, how far the calendar looks for open days before it gives up. */
const horizonYears = 5;

export interface CalendarRequest extends OpeningRules {
  readonly framework: Framework;
  readonly startsOn: PlainDate;
  /** Last possible day, included; `null` when the cohort may end when it ends. */
  readonly endsOn: PlainDate | null;
  /** Days of teaching, 1 for Monday to 7 for Sunday (a Sunday is never planned). */
  readonly weekdays: readonly number[];
  /** 1 to 420. Up to 210 the cohort meets in the morning only, beyond in two equal halves. */
  readonly minutesPerDay: number;
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

type OpenHalfDay = Pick<ProposedSlot, 'date' | 'halfDay' | 'startsAt' | 'minutes'>;

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
  const halfDays = listOpenHalfDays(request, skippedDays);
  const slots: ProposedSlot[] = [];
  const unplaced: UnplacedItem[] = [];
  for (const item of listProgramme(request.framework)) {
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

function* listOpenHalfDays(
  request: CalendarRequest,
  skippedDays: DayOff[],
): Generator<OpenHalfDay, undefined> {
  const lastDay = request.endsOn ?? addYears(request.startsOn, horizonYears);
  for (let date = request.startsOn; date <= lastDay; date = addDays(date, 1)) {
    if (!request.weekdays.includes(weekdayOf(date))) continue;
    const [dayOff] = listDayOffReasons(date, request);
    if (dayOff === undefined) yield* freeHalfDays(date, request);
    else skippedDays.push(dayOff);
  }
}

/** The halves of a day that no kept slot overlaps. */
const freeHalfDays = (date: PlainDate, request: CalendarRequest): readonly OpenHalfDay[] =>
  splitDay(date, request.minutesPerDay).filter(
    (half) => !(request.kept ?? []).some((slot) => overlaps(slot, half)),
  );

function splitDay(date: PlainDate, minutesPerDay: number): readonly OpenHalfDay[] {
  const isMorningOnly = minutesPerDay <= maxMinutesPerHalfDay;
  const morning = isMorningOnly ? minutesPerDay : Math.ceil(minutesPerDay / 2);
  const first = { date, halfDay: 'morning', startsAt: morningStart, minutes: morning } as const;
  if (isMorningOnly) return [first];
  return [
    first,
    { date, halfDay: 'afternoon', startsAt: afternoonStart, minutes: minutesPerDay - morning },
  ];
}

function whyUnplaced(request: CalendarRequest, missing: number): string {
  const what = `${formatMinutes(missing)} sans date`;
  if (request.weekdays.length === 0) return `${what} : aucun jour de la semaine n’est choisi.`;
  if (request.endsOn === null) {
    return `${what} : plus aucun jour ouvert en ${horizonYears} ans. Rouvrez un mois ou un jour.`;
  }
  return `${what} : plus aucun jour ouvert avant la fin, le ${formatDay(request.endsOn)}. Reculez la fin ou ajoutez un jour par semaine.`;
}
