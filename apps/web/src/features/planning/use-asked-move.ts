import type { CalendarSlot } from '@jalon/contract';
import { useEffect, useEffectEvent } from 'react';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { holderOf } from './resource-lines.ts';
import type { SlotMovesOnScreen } from './use-slot-moves.ts';

/** Takes the half-day that the page's address asks to move, « Déplacer » in its panel. */
export function useAskedMove(moves: SlotMovesOnScreen, slots: readonly CalendarSlot[]): void {
  const [askedId, setAsked] = useSearchParam('deplacer');
  const asked = slots.find(({ id }) => id === askedId);
  const isKnown = moves.isReady && asked !== undefined;
  const begin = useEffectEvent(() => {
    if (!asked) return;
    const { id: lineKey, name: lineName } = holderOf(moves.kind, asked);
    const { date, halfDay } = asked;
    if (moves.canMove(asked)) moves.begin(asked, 'keyboard', { lineKey, lineName, date, halfDay });
    setAsked(undefined);
  });
  useEffect(() => {
    if (isKnown) begin();
  }, [isKnown]);
}
