import { type HalfDay, tintOfBlock } from '@jalon/domain';
import type { ComponentPropsWithRef } from 'react';
import classes from './slot-chip.module.css';

/** What a half-day shows in a grid. */
export interface GridSlot {
  readonly key: string;
  readonly date: string;
  readonly halfDay: HalfDay;
  readonly kind: 'training' | 'evaluation';
  readonly blockCode: string;
  readonly name: string;
  /** Under the name: hours, trainer, room. */
  readonly facts: string;
  /** Added or moved by a proposal. */
  readonly isChanged?: boolean;
  readonly isCancelled?: boolean;
  /** What happens to it, in place of « nouveau » or « annulé ». */
  readonly mark?: string;
}

interface SlotChipProps {
  readonly slot: GridSlot;
  readonly isSelected: boolean;
  /** Long names are cut after a few lines: the panel has them whole. */
  readonly isShort?: boolean;
  /** Without it the half-day is only read. */
  readonly onSelect?: ((key: string) => void) | undefined;
  /** What makes it movable. */
  readonly more?: ComponentPropsWithRef<'button'> | undefined;
}

/** A half-day in its block's tint. */
export function SlotChip({ slot, isSelected, isShort = false, onSelect, more }: SlotChipProps) {
  const look = {
    className: classes.slot,
    'data-tint': tintOfBlock(slot.blockCode),
    'data-kind': slot.kind,
    'data-changed': slot.isChanged ?? false,
    'data-cancelled': slot.isCancelled ?? false,
    'data-selected': isSelected,
    'data-short': isShort,
    ...(isShort ? { title: slot.name } : {}),
  };
  const words = (
    <>
      <span className={classes.name}>{slot.name}</span>
      <span className={classes.facts}>
        {[slot.mark ?? sayMark(slot), slot.facts].filter(Boolean).join(' · ')}
      </span>
    </>
  );
  if (!onSelect) return <div {...look}>{words}</div>;
  return (
    <button
      type="button"
      {...look}
      aria-pressed={isSelected}
      onClick={() => onSelect(slot.key)}
      {...more}
    >
      {words}
    </button>
  );
}

const sayMark = ({ isCancelled, isChanged }: GridSlot): string =>
  isCancelled ? 'annulé' : isChanged ? 'nouveau' : '';
