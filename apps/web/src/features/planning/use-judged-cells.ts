import { useEffect, useEffectEvent } from 'react';
import { type CellPlace, keyOfCell, type Verdict } from './slot-place.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

/** Milliseconds of a frame that verdicts may take. */
const frameBudget = 10;

/** While a half-day is moved, every cell on screen says whether it may come there. */
export function useJudgedCells(moves: SlotMovesOnScreen, cells: readonly CellPlace[]): void {
  const { moving } = moves;
  const judgeSome = useEffectEvent((from: number): number | null => {
    if (!moving) return null;
    const until = performance.now() + frameBudget;
    const verdicts: [string, Verdict][] = [];
    let next = from;
    for (; next < cells.length && performance.now() < until; next += 1) {
      const cell = cells[next];
      if (cell) verdicts.push([keyOfCell(cell), moves.judge(moving.slot, cell)]);
    }
    moves.keep(verdicts);
    return next < cells.length ? next : null;
  });
  // A cell takes a millisecond or two: hundreds of them at once would hold the pointer back.
  const shown = moving && `${moving.slot.id} ${cells[0]?.date} ${cells.length}`;
  useEffect(() => {
    if (shown === null) return;
    let frame = 0;
    const goOn = (from: number) => {
      frame = requestAnimationFrame(() => {
        const next = judgeSome(from);
        if (next !== null) goOn(next);
      });
    };
    goOn(0);
    return () => cancelAnimationFrame(frame);
  }, [shown]);
}
