import { addDays, daysBetween, groupBy, longestPauseDays, longestRowDays } from '@jalon/domain';
import type { Mip, Term } from './mip.ts';
import type { Option, PlaceRequest } from './placement.ts';

/** What the rows of days and the pauses of a plan cost, and how many were not forbidden yet. */
export interface SpreadFaults {
  readonly cost: number;
  readonly newRules: number;
}

/**
 * Looks for rows of six days and pauses of two months in what was found, and adds to the model a
 * rule against each new one, at its weight.
 */
export function addSpreadRules(
  mip: Mip,
  request: PlaceRequest,
  options: readonly Option[],
  values: Float64Array,
  seen: Set<string>,
): SpreadFaults {
  const teachingDays = [...new Set(request.choice.moments.map(({ date }) => date))];
  const dayOf = ({ at: [first] }: Option) => request.choice.moments[first ?? 0]?.date ?? '';
  const { sixthDayInARow, longPause } = request.problem.weights;
  let cost = 0;
  const seenBefore = seen.size;
  const isNew = (key: string) => !seen.has(key) && seen.add(key) !== undefined;
  for (const [runId, own] of groupBy(options, ({ run }) => run.run.id)) {
    const held = own.filter(({ column }) => (values[column] ?? 0) > 0.5);
    const locked = own[0]?.run.locked.map(({ date }) => date) ?? [];
    const used = [...new Set([...held.map(dayOf), ...locked])].sort();
    const rows = findRows(used, teachingDays);
    const pauses = findPauses(used);
    cost += rows.length * sixthDayInARow + pauses.length * longPause;
    for (const row of rows) {
      if (isNew(`${runId} row ${row[0]}`)) forbidRow(mip, request, own, dayOf, row);
    }
    for (const day of pauses) {
      if (isNew(`${runId} pause ${day}`)) forbidPause(mip, request, own, dayOf, day);
    }
  }
  return { cost, newRules: seen.size - seenBefore };
}

/** At most five of these six days. */
function forbidRow(
  mip: Mip,
  request: PlaceRequest,
  own: readonly Option[],
  dayOf: (option: Option) => string,
  row: readonly string[],
): void {
  const over = mip.addColumn({ cost: request.problem.weights.sixthDayInARow, upper: 1 });
  const days = row.map((day) => {
    const held = mip.addColumn({ cost: 0, upper: 1 });
    for (const { column } of own.filter((option) => dayOf(option) === day)) {
      mip.addRow(
        -Infinity,
        [
          [column, 1],
          [held, -1],
        ],
        0,
      );
    }
    return held;
  });
  mip.addRow(-Infinity, [...days.map((held): Term => [held, 1]), [over, -1]], longestRowDays);
}

/** Six teaching days that follow each other and are all used. */
function findRows(used: readonly string[], teachingDays: readonly string[]): readonly string[][] {
  const held = new Set(used);
  return teachingDays.flatMap((_, index) => {
    const row = teachingDays.slice(index, index + longestRowDays + 1);
    return row.length > longestRowDays && row.every((day) => held.has(day)) ? [row] : [];
  });
}

/** The last day before each pause that is too long. */
const findPauses = (used: readonly string[]): readonly string[] =>
  used.filter((day, index) => {
    const next = used[index + 1];
    return next !== undefined && daysBetween(day, next) > longestPauseDays;
  });

/** After `day`: something within two months, or nothing left, or nothing up to the end of them. */
function forbidPause(
  mip: Mip,
  request: PlaceRequest,
  own: readonly Option[],
  dayOf: (option: Option) => string,
  day: string,
): void {
  const last = addDays(day, longestPauseDays);
  const count = own[0]?.run.run.slotMinutes.length ?? 0;
  const isOver = mip.addColumn({ cost: 0, upper: 1, isInteger: true });
  const isToCome = mip.addColumn({ cost: 0, upper: 1, isInteger: true });
  const broken = mip.addColumn({ cost: request.problem.weights.longPause, upper: 1 });
  const terms = (keep: (date: string) => boolean) =>
    own.filter((option) => keep(dayOf(option))).map(({ column, at }): Term => [column, at.length]);
  mip.addRow(
    1,
    [...terms((date) => date > day && date <= last), [isOver, 1], [isToCome, 1], [broken, 1]],
    Infinity,
  );
  mip.addRow(-Infinity, [...terms((date) => date > day), [isOver, count]], count);
  mip.addRow(-Infinity, [...terms((date) => date <= last), [isToCome, count]], count);
}
