import type { Framework } from './framework.ts';
import { listProgramme, type ProgrammeItem } from './list-programme.ts';

/**
 * A version's programme in the order in which it can be taught: its own, but for modules that wait
 * for later ones (`after`), and an evaluation after its block's modules (S1:L178). What waits in a
 * circle, which no published version does, comes last.
 */
export function orderProgramme(framework: Framework): readonly ProgrammeItem[] {
  const items = [...listProgramme(framework)];
  const after = new Map(
    framework.blocks.flatMap(({ modules }) => modules.map(({ code, after = [] }) => [code, after])),
  );
  const mayBegin = (item: ProgrammeItem): boolean =>
    !items.some((other) =>
      item.kind === 'evaluation'
        ? other.kind === 'training' && other.blockCode === item.blockCode
        : (after.get(item.moduleCode ?? '') ?? []).includes(other.moduleCode ?? ''),
    );
  const ordered: ProgrammeItem[] = [];
  while (items.length > 0) {
    const next = items.find(mayBegin) ?? items[0];
    if (!next) break;
    ordered.push(next);
    items.splice(items.indexOf(next), 1);
  }
  return ordered;
}
