import type { TrainerFile } from '@jalon/contract';
import type { ConflictField } from '../../components/conflict-panel.tsx';

type Version = TrainerFile['versions'][number];
export type Block = Version['blocks'][number];

/** A module, or the evaluation of a block, by a key of its own in the form. */
export interface Subject {
  readonly key: string;
  readonly blockCode: string;
  readonly moduleCode: string | null;
  readonly name: string;
}

/** `B1/B1-M1`, `B1/` for the evaluation. */
export const keyOf = (subject: {
  readonly blockCode: string;
  readonly moduleCode: string | null;
}): string => `${subject.blockCode}/${subject.moduleCode ?? ''}`;

export const listItems = (
  blocks: readonly Block[],
): readonly (Subject & Block['items'][number])[] =>
  blocks.flatMap(({ code, items }) =>
    items.map((item) => ({
      ...item,
      blockCode: code,
      key: keyOf({ blockCode: code, moduleCode: item.moduleCode }),
    })),
  );

/** The keys of what is taught. */
export const listTaughtKeys = (blocks: readonly Block[]): string[] =>
  listItems(blocks).flatMap(({ isTaught, key }) => (isTaught ? [key] : []));

export const countTaught = (blocks: readonly Block[]): number => listTaughtKeys(blocks).length;

/** The choice with all of these items in, or all out. */
export const toggleAll = (
  chosen: readonly string[],
  keys: readonly string[],
  isIn: boolean,
): string[] => {
  const others = chosen.filter((key) => !keys.includes(key));
  return isIn ? [...others, ...keys] : others;
};

export const isSameChoice = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key) => b.includes(key));

/** Both choices, block by block, after a 409. */
export const compareChoices = (
  blocks: readonly Block[],
  mine: readonly string[],
  theirs: readonly string[],
): ConflictField[] =>
  blocks.map((block) => {
    const say = (chosen: readonly string[]) =>
      listItems([block])
        .filter(({ key }) => chosen.includes(key))
        .map(({ name }) => name)
        .join(', ');
    return { label: `Bloc ${block.code}`, mine: say(mine), theirs: say(theirs) };
  });
