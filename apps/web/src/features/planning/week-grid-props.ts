import type { LineKind, ResourceLine } from './resource-lines.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

/** What the week is drawn from, whole or cell by cell. */
export interface WeekGridProps {
  readonly kind: LineKind;
  readonly lines: readonly ResourceLine[];
  readonly days: readonly string[];
  readonly daysOff: readonly { readonly date: string; readonly reason: string }[];
  /** Positionings and juries: said under the day. */
  readonly events: readonly { readonly date: string; readonly name: string }[];
  readonly label: string;
  readonly selectedKey: string | null;
  readonly onSelect: (slotId: string) => void;
  readonly moves: SlotMovesOnScreen;
}
