import { addDays, mondayOf } from '@jalon/domain';
import { type CellPlace, keyOfCell } from './slot-place.ts';
import type { CalendarScope } from './use-calendar-view.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

/** Lines down, half-days to the right. */
export type Step = readonly [down: number, right: number];

/** Carries a half-day from cell to cell, over the edge of the week on screen too. */
export function useCarrying(
  moves: SlotMovesOnScreen,
  rows: readonly (readonly CellPlace[])[],
  { view, day, setDay }: Pick<CalendarScope, 'view' | 'day' | 'setDay'>,
) {
  const isDay = view === 'jour';
  const aim = moves.moving?.by === 'keyboard' ? moves.moving.aim : null;
  /** The neighbouring week or day; what is carried by keyboard goes along. */
  const turn = (count: -1 | 1): void => {
    const days = isDay ? count : count * 7;
    setDay(addDays(day, days));
    if (aim) moves.aimAt({ ...aim, date: addDays(aim.date, days) });
  };
  const stepOver = (from: CellPlace, right: number): void => {
    setDay(addDays(day, isDay ? right : right * 7));
    const weekday = addDays(mondayOf(day), right > 0 ? 7 : -3);
    moves.aimAt({
      ...from,
      date: isDay ? addDays(day, right) : weekday,
      halfDay: right > 0 ? 'morning' : 'afternoon',
    });
  };
  const step = ([down, right]: Step): void => {
    if (!aim) return;
    const row = Math.max(
      0,
      rows.findIndex(([first]) => first?.lineKey === aim.lineKey),
    );
    const column = (rows[row] ?? []).findIndex((cell) => keyOfCell(cell) === keyOfCell(aim));
    const next = column < 0 ? rows[row]?.[0] : rows[row + down]?.[column + right];
    if (next) moves.aimAt(next);
    else if (right !== 0) stepOver(aim, right);
  };
  return { turn, step };
}
export type Carrying = ReturnType<typeof useCarrying>;
