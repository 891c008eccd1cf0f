/** A list with the item one place up (-1) or down (1); the same list at either end. */
export function moveItem<Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] {
  const moved = [...items];
  const item = moved[index];
  const target = index + by;
  if (item === undefined || target < 0 || target >= moved.length) return moved;
  moved.splice(index, 1);
  moved.splice(target, 0, item);
  return moved;
}

export const removeItem = <Item>(items: readonly Item[], index: number): Item[] =>
  items.filter((_, at) => at !== index);

/** Puts an item back where it was, or at the end of a list that has become shorter. */
export const insertItem = <Item>(items: readonly Item[], index: number, item: Item): Item[] => [
  ...items.slice(0, index),
  item,
  ...items.slice(index),
];

export const replaceItem = <Item>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.map((kept, at) => (at === index ? item : kept));
