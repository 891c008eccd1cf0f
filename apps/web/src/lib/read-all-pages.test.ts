import { describe, expect, it } from '@jest/globals';
import { readAllPages } from './read-all-pages.ts';

const pagesOf =
  (pages: readonly (readonly string[])[], total: number, asked: number[] = []) =>
  async (page: number) => {
    asked.push(page);
    return { rows: pages[page - 1] ?? [], total, pageSize: 2, counts: { open: total } };
  };
const key = (row: string) => row;

describe('a list longer than one page', () => {
  it('is read to its last row, page after page, and says how far it is', async () => {
    const asked: number[] = [];
    const told: [number, number][] = [];
    const pages = pagesOf([['a', 'b'], ['c', 'd'], ['e']], 5, asked);
    const all = await readAllPages(pages, key, (...progress) => told.push(progress));
    expect(all).toMatchObject({ rows: ['a', 'b', 'c', 'd', 'e'], total: 5, counts: { open: 5 } });
    expect(asked).toEqual([1, 2, 3]);
    expect(told).toEqual([
      [2, 5],
      [4, 5],
    ]);
  });

  it('asks no page beyond the last one', async () => {
    const asked: number[] = [];
    await readAllPages(
      pagesOf(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        4,
        asked,
      ),
      key,
    );
    await readAllPages(pagesOf([[]], 0, asked), key);
    expect(asked).toEqual([1, 2, 1]);
  });

  it('keeps once a row that moved to the next page meanwhile', async () => {
    const { rows } = await readAllPages(
      pagesOf(
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
        4,
      ),
      key,
    );
    expect(rows).toEqual(['a', 'b', 'c']);
  });

  it('ends when rows went away meanwhile', async () => {
    const { rows } = await readAllPages(pagesOf([['a', 'b'], []], 5), key);
    expect(rows).toEqual(['a', 'b']);
  });
});
