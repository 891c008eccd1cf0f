import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { CalendarSlot } from '@jalon/contract';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import { SlotChip } from '../../components/calendar/slot-chip.tsx';
import { type LineKind, toLineSlot } from './resource-lines.ts';
import type { CellPlace } from './slot-place.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

interface MovableChipProps {
  readonly kind: LineKind;
  readonly slot: CalendarSlot;
  readonly cell: CellPlace;
  readonly isSelected: boolean;
  readonly onSelect: (slotId: string) => void;
  readonly moves: SlotMovesOnScreen;
}

/** A half-day that the pointer drags, or that « M » takes for the arrows to carry. */
export function MovableChip({ kind, slot, cell, isSelected, onSelect, moves }: MovableChipProps) {
  const chip = useRef<HTMLButtonElement>(null);
  const canMove = moves.canMove(slot);
  const isMoving = moves.moving?.slot.id === slot.id;
  const begin = useEffectEvent(() => moves.begin(slot, 'pointer', cell));
  useEffect(() => {
    if (!chip.current || !canMove) return;
    return draggable({
      element: chip.current,
      onDragStart: () => begin(),
    });
  }, [canMove]);
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isMoving || !canMove || !isPlain || event.key.toLowerCase() !== 'm') return;
    event.preventDefault();
    moves.begin(slot, 'keyboard', cell);
  };
  return (
    <SlotChip
      slot={toLineSlot(kind, slot)}
      isShort
      isSelected={isSelected || isMoving}
      onSelect={onSelect}
      more={
        canMove
          ? {
              ref: chip,
              onKeyDown,
              'aria-keyshortcuts': 'M',
              id: chipId(slot),
            }
          : { ref: chip }
      }
    />
  );
}

/** The element of a half-day, for the focus to come back to it wherever it went. */
export const chipId = ({ id }: Pick<CalendarSlot, 'id'>): string => `creneau-${id}`;
