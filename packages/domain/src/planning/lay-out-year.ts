import type { Framework } from '../frameworks/framework.ts';
import { groupBy } from '../group-by.ts';
import { addDays, addMonths, type PlainDate, weekdayOf } from '../plain-date.ts';
import type { HalfDay, SlotKind, slotModes } from '../vocabulary.ts';
import { type DayOff, listDayOffReasons, type OpeningRules } from './find-day-off.ts';
import { findMarked, type LegendBlock, markProgramme } from './mark-programme.ts';
import type { PlannedSlot } from './slot.ts';
import { tintOfBlock } from './tint-of-block.ts';

/** A half-day as the sheet takes it. */
export interface YearSlot extends PlannedSlot {
  readonly mode: (typeof slotModes)[number];
}

/** What is taught or assessed on one half-day of the sheet. */
export interface YearEntry {
  readonly mark: string;
  readonly name: string;
  readonly kind: SlotKind;
  readonly tint: number;
  /** Of a module taught in groups, those that meet; `[]` when all of the cohort does. */
  readonly groups: readonly number[];
  readonly isRemote: boolean;
}

export interface YearDay {
  readonly date: PlainDate;
  /** Its line in the month's column: the same weekday stands on the same line of every month. */
  readonly row: number;
  readonly off: Pick<DayOff, 'kind' | 'name'> | null;
  /** What is held besides half-days: « Jury », « Positionnement ». */
  readonly event: string | null;
  readonly morning: readonly YearEntry[];
  readonly afternoon: readonly YearEntry[];
}

/** A cohort's whole year on one page: months as columns, weekdays as lines. */
export interface YearSheet {
  /** Weekdays that have a line: Monday to Friday, a Saturday or a Sunday only when something is on it. */
  readonly weekdays: readonly number[];
  readonly weekCount: number;
  /** `month` is `YYYY-MM`; every month between the first and the last on which something is. */
  readonly months: readonly { readonly month: string; readonly days: readonly YearDay[] }[];
  readonly legend: readonly LegendBlock[];
  /** Days on which the cohort meets, and half-days; groups side by side count once. */
  readonly dayCount: number;
  readonly halfDayCount: number;
}

/** What a year is laid out from; `slots` are those that stand, `events` its juries and positioning. */
export interface YearFacts {
  readonly framework: Framework;
  readonly slots: readonly YearSlot[];
  readonly events: readonly { readonly date: PlainDate; readonly name: string }[];
  readonly rules: OpeningRules;
}

/** Lays a cohort's half-days, days off and juries out by month (DOMAIN 12); `null` without a half-day. */
export function layOutYear({ framework, slots, events, rules }: YearFacts): YearSheet | null {
  if (slots.length === 0) return null;
  const dates = [...slots.map(({ date }) => date), ...events.map(({ date }) => date)].sort();
  const legend = markProgramme(framework, slots);
  const weekdays = [...new Set([1, 2, 3, 4, 5, ...dates.map(weekdayOf)])].sort();
  const byDay = groupBy(slots, ({ date }) => date);
  const describe = (date: PlainDate, row: number): YearDay => {
    const own = byDay.get(date) ?? [];
    const [off] = listDayOffReasons(date, rules).filter(({ kind }) => kind !== 'sunday');
    return {
      date,
      row,
      off: off ? { kind: off.kind, name: off.name } : null,
      event: events.find((event) => event.date === date)?.name ?? null,
      morning: listEntries(legend, own, 'morning'),
      afternoon: listEntries(legend, own, 'afternoon'),
    };
  };
  const months = listMonths(dates[0] ?? '', dates.at(-1) ?? '').map((month) => ({
    month,
    days: placeDays(month, weekdays).map(({ date, row }) => describe(date, row)),
  }));
  const lastRow = Math.max(...months.flatMap(({ days }) => days.map(({ row }) => row)));
  return {
    weekdays,
    weekCount: Math.floor(lastRow / weekdays.length) + 1,
    months,
    legend,
    dayCount: byDay.size,
    halfDayCount: groupBy(slots, ({ date, halfDay }) => `${date} ${halfDay}`).size,
  };
}

function listMonths(first: PlainDate, last: PlainDate): readonly string[] {
  const months: string[] = [];
  for (let day = `${first.slice(0, 7)}-01`; day <= last; day = addMonths(day, 1))
    months.push(day.slice(0, 7));
  return months;
}

/** A month's shown days, each on the line of its weekday; a week without a shown day takes none. */
function placeDays(month: string, weekdays: readonly number[]) {
  const placed: { readonly date: PlainDate; readonly row: number }[] = [];
  let monday = 0;
  let previous = 0;
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    if (!weekdays.includes(weekday)) continue;
    if (weekday < previous) monday += weekdays.length;
    previous = weekday;
    placed.push({ date, row: monday + weekdays.indexOf(weekday) });
  }
  return placed;
}

/** One entry a module, its groups together, in the order of the hours. */
function listEntries(
  legend: readonly LegendBlock[],
  slots: readonly YearSlot[],
  halfDay: HalfDay,
): readonly YearEntry[] {
  const own = slots
    .filter((slot) => slot.halfDay === halfDay)
    .toSorted((a, b) => a.startsAt - b.startsAt);
  return [...groupBy(own, (slot) => findMarked(legend, slot))].flatMap(([item, same]) => {
    const [first] = same;
    if (!first || !item) return [];
    return {
      mark: item.mark,
      name: item.name,
      kind: first.kind,
      tint: tintOfBlock(first.blockCode),
      groups: same.flatMap(({ groupNumber }) => groupNumber ?? []).sort((a, b) => a - b),
      isRemote: same.every(({ mode }) => mode === 'remote'),
    };
  });
}
