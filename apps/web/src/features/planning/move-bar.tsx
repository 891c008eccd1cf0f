import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { chipId } from './movable-chip.tsx';
import classes from './move-bar.module.css';
import { type CellPlace, keyOfCell, sayVerdict } from './slot-place.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

interface MoveBarProps {
  readonly moves: SlotMovesOnScreen;
  /** The cells of each line, in the order of the week. */
  readonly rows: readonly (readonly CellPlace[])[];
}

/** What the cell under the pointer, or reached by the arrows, says; read out as it changes. */
export function MoveBar({ moves, rows }: MoveBarProps) {
  const { moving, saving } = moves;
  useMoveKeys(moves, rows);
  const aim = moving?.aim ?? null;
  const verdict = aim && moving?.verdicts.get(keyOfCell(aim));
  const help = moving?.by === 'keyboard' ? ' Flèches, Entrée pour poser, Échap pour renoncer.' : '';
  return (
    <div
      className={classes.bar}
      data-shown={moving !== null || saving.isSaving}
      data-state={verdict?.state ?? 'here'}
      aria-live="assertive"
      aria-atomic
    >
      {saving.isSaving && 'Enregistrement du déplacement…'}
      {moving && (
        <>
          <strong>{moving.slot.name}</strong>{' '}
          {verdict && aim
            ? keepFrenchSpaces(sayVerdict(aim, verdict))
            : 'Choisissez une demi-journée.'}
          {help}
        </>
      )}
    </div>
  );
}

function useMoveKeys(moves: SlotMovesOnScreen, rows: MoveBarProps['rows']): void {
  const { moving, saving } = moves;
  const moved = useRef<string | null>(null);
  useWindowEvent(
    'keydown',
    (event) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
      if (isUndo && !isTyping(event.target) && saving.canUndo && !saving.isSaving) {
        event.preventDefault();
        void saving.undo();
        return;
      }
      if (moving?.by !== 'keyboard') return;
      const step = steps[event.key];
      if (!step && event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (step) moves.aimAt(stepFrom(rows, moving.aim, step));
      else if (event.key === 'Escape') moves.cancel();
      else {
        moved.current = chipId(moving.slot);
        moves.drop(moving.slot, moving.aim);
      }
    },
    { capture: true },
  );
  // A half-day that lands elsewhere is another element: the focus follows it.
  useEffect(() => {
    if (moved.current === null || moving || saving.isSaving || saving.pending) return;
    document.getElementById(moved.current)?.focus();
    moved.current = null;
  });
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

function stepFrom(
  rows: MoveBarProps['rows'],
  aim: CellPlace | null,
  [down, right]: readonly [number, number],
): CellPlace | null {
  const row = Math.max(
    0,
    rows.findIndex(([first]) => first?.lineKey === aim?.lineKey),
  );
  const column = (rows[row] ?? []).findIndex((cell) => aim && keyOfCell(cell) === keyOfCell(aim));
  return rows[row + down]?.[column + right] ?? aim;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
