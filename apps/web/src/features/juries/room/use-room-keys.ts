import type { BlockDecision } from '@jalon/domain';
import { useWindowEvent } from '@mantine/hooks';

const decisionKeys: Record<string, BlockDecision> = {
  a: 'acquired',
  n: 'not_acquired',
  j: 'adjourned',
};
const moves: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface RoomKeys {
  readonly onDecide: (decision: BlockDecision) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onNext: () => void;
}

/** A, N and J decide on the block at hand, arrows choose it, Enter goes to the next candidate. */
export function useRoomKeys({ onDecide, onMove, onNext }: RoomKeys): void {
  useWindowEvent('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest('input, textarea, select, [role="dialog"], [contenteditable="true"]'))
      return;
    const decision = decisionKeys[event.key.toLowerCase()];
    const step = moves[event.key];
    if (decision) onDecide(decision);
    else if (step) onMove(step);
    else if (event.key === 'Enter' && !target?.closest('button, a, summary')) onNext();
    else return;
    event.preventDefault();
  });
}
