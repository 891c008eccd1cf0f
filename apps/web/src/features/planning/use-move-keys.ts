import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { chipId } from './movable-chip.tsx';
import type { Carrying, Step } from './use-carrying.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

/** What the buttons of the bar are found by: Enter there is their own. */
export const barId = 'deplacement';

/** Arrows, Enter and Escape while a half-day is carried; Ctrl+Z for the last move. */
export function useMoveKeys(moves: SlotMovesOnScreen, { step, turn }: Carrying): void {
  const { moving, saving } = moves;
  const carried = useRef<string | null>(null);
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
      const act = actOf(event, { moves, step, turn });
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    { capture: true },
  );
  // A half-day that lands elsewhere is another element: the focus follows it.
  useEffect(() => {
    if (moving?.by === 'keyboard') carried.current = chipId(moving.slot);
    if (carried.current === null || moving || saving.isSaving || saving.pending) return;
    const chip = document.getElementById(carried.current);
    chip?.focus();
    // Not there yet, or held by a dialog that is closing: the next render tries again.
    if (chip && document.activeElement === chip) carried.current = null;
  });
}

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

function actOf(
  { key, target }: KeyboardEvent,
  { moves, step, turn }: Carrying & { readonly moves: SlotMovesOnScreen },
): (() => void) | null {
  const way = steps[key];
  if (way) return () => step(way);
  if (key === 'PageDown') return () => turn(1);
  if (key === 'PageUp') return () => turn(-1);
  if (key === 'Escape') return moves.cancel;
  const isOnButton = target instanceof HTMLElement && target.closest(`#${barId} button`) !== null;
  return key === 'Enter' && !isOnButton ? moves.dropHere : null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
