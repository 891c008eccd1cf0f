/** One change of a half-day, as it was kept: `null` when it did not exist before, or does no more. */
export interface KeptChange<State> {
  readonly slotId: string;
  readonly before: State | null;
  readonly after: State | null;
}

/**
 * What several changes of the same half-days come to, oldest first: a half-day moved twice has moved
 * once, one added and removed again was never there. Those that come back to where they were are left
 * out by whoever compares `before` and `after`.
 */
export function netChanges<State>(
  changes: readonly KeptChange<State>[],
): readonly KeptChange<State>[] {
  const bySlot = new Map<string, KeptChange<State>>();
  for (const change of changes) {
    const first = bySlot.get(change.slotId);
    bySlot.set(change.slotId, first ? { ...change, before: first.before } : change);
  }
  return [...bySlot.values()].filter(({ before, after }) => before !== null || after !== null);
}
