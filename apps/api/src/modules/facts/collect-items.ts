import type { ItemMinutes } from '@jalon/domain';
import type { FactsRow, Key } from './facts-row.ts';

/** What is planned and what was recorded meet module by module: either may lack the other. */
export function collectItems(row: FactsRow): (n: number) => readonly ItemMinutes[] {
  const found = new Map<number, Map<string, Mutable<ItemMinutes>>>();
  const itemOf = (n: number, [kind, blockCode, moduleCode]: Key) => {
    const ofLearner = found.get(n) ?? new Map<string, Mutable<ItemMinutes>>();
    found.set(n, ofLearner);
    const key = `${kind}/${blockCode}/${moduleCode ?? ''}`;
    const item = ofLearner.get(key) ?? {
      kind,
      blockCode,
      moduleCode,
      expected: 0,
      attended: 0,
      awaiting: 0,
      absent: 0,
      done: 0,
      unsigned: 0,
    };
    ofLearner.set(key, item);
    return item;
  };
  for (const [n, kind, blockCode, moduleCode, minutes] of row.planned ?? [])
    itemOf(n, [kind, blockCode, moduleCode]).expected += minutes;
  for (const [n, kind, blockCode, moduleCode, ...minutes] of row.done ?? []) {
    const [recorded, signed, onPath, signedOnPath, absentOnPath] = minutes;
    const item = itemOf(n, [kind, blockCode, moduleCode]);
    item.done += signed ?? 0;
    item.unsigned += recorded - (signed ?? 0);
    item.attended += signedOnPath ?? 0;
    item.awaiting += (onPath ?? 0) - (signedOnPath ?? 0);
    item.absent += absentOnPath ?? 0;
  }
  return (n) => [...(found.get(n)?.values() ?? [])];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
