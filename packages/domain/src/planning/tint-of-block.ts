/**
 * 1 to 4: the tint in which a block's half-days are shown, on screens and on paper alike: by the
 * number in its code, else the first.
 */
export function tintOfBlock(blockCode: string): number {
  const number = Number(/\d+/.exec(blockCode)?.[0] ?? 1);
  return ((number - 1) % 4) + 1;
}
