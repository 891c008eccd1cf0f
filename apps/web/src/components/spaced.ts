import type { ReactNode } from 'react';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';

/** Plain words with their French spaces kept; anything richer as it is. */
export function spaced(node: ReactNode): ReactNode {
  if (typeof node === 'string') return keepFrenchSpaces(node);
  const isPlain = Array.isArray(node) && node.every((part) => typeof part !== 'object');
  return isPlain ? keepFrenchSpaces(node.join('')) : node;
}
