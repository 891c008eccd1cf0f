/** One page of a list that the API hands out by pages. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly pageSize: number;
}

/**
 * Asks page after page until the last one. A row that moved to the next page meanwhile is kept once.
 * @returns the last answer, with the rows of all pages
 */
export async function readAllPages<Row, Page extends ListPage<Row>>(
  readPage: (page: number) => Promise<Page & ListPage<Row>>,
  rowKey: (row: Row) => string,
  onProgress: (read: number, total: number) => void = () => {},
): Promise<Page & { rows: Row[] }> {
  const rows = new Map<string, Row>();
  for (let page = 1; ; page += 1) {
    const answer = await readPage(page);
    for (const row of answer.rows) rows.set(rowKey(row), row);
    const isLast = answer.rows.length < answer.pageSize || page * answer.pageSize >= answer.total;
    if (isLast) return { ...answer, rows: [...rows.values()] };
    onProgress(rows.size, answer.total);
  }
}
