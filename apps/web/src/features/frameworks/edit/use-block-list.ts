import type { Draft, DraftBlock } from '../version.ts';
import { useEditor } from './editor-context.ts';
import { insertItem, moveItem, removeItem, replaceItem } from './list-moves.ts';

type ListKey = 'modules' | 'competences' | 'assessments';

/** Adding, moving and taking away in one list of a block; the new row gets the focus. */
export function useBlockList<Key extends ListKey>(blockIndex: number, key: Key) {
  const { draft, change, remove, goTo } = useEditor();
  const items = draft.blocks[blockIndex]?.[key] ?? [];
  const withList = (whole: Draft, update: (items: DraftBlock[Key]) => unknown[]): Draft => {
    const block = whole.blocks[blockIndex];
    if (!block) return whole;
    const changed = { ...block, [key]: update(block[key]) };
    return { ...whole, blocks: replaceItem(whole.blocks, blockIndex, changed) };
  };
  return {
    add: (item: DraftBlock[Key][number], focusOn: string) => {
      change((whole) => withList(whole, (list) => [...list, item]));
      goTo(`content.blocks.${blockIndex}.${key}.${items.length}.${focusOn}`);
    },
    move: (index: number, by: -1 | 1) =>
      change((whole) => withList(whole, (list) => moveItem<unknown>(list, index, by))),
    remove: (index: number, label: string) => {
      const taken = items[index];
      remove(
        label,
        (whole) => withList(whole, (list) => removeItem<unknown>(list, index)),
        (whole) => withList(whole, (list) => insertItem<unknown>(list, index, taken)),
      );
    },
  };
}
