import { expect, it } from '@jest/globals';
import { tintOfBlock } from './tint-of-block.ts';

it('four tints, by the number in the block’s code; a fifth block starts again', () => {
  expect(['B1', 'B4', 'B5', 'FAE'].map(tintOfBlock)).toEqual([1, 4, 1, 1]);
});
