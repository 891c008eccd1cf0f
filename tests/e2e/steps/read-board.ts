import type { Locator, Page } from 'playwright-core';

/** On the board: one learner's cell of a block, found as people do, by row and column. */
export const cellOf = (page: Page, learner: string, blockCode: string): Locator =>
  page
    .getByRole('row')
    .filter({ hasText: learner })
    .getByRole('gridcell')
    .nth(Number(blockCode.slice(1)) - 1)
    .getByRole('button');
