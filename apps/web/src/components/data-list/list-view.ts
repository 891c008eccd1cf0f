import type { ReactNode } from 'react';
import { fold } from '../../lib/french-day.ts';

/** One column of a list. `value` is what is searched, sorted, filtered and exported. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly value: (row: Row) => string | number | null;
  /** How it is shown; the value itself when absent. */
  readonly cell?: (row: Row) => ReactNode;
  /** How it is exported; the value itself when absent. */
  readonly exported?: (row: Row) => string | number | null;
  /** Offers to keep only one of its values. */
  readonly isFilter?: boolean;
  readonly align?: 'end';
}

/** What the address says of a list: words searched, sort key (`-` first: descending), page, filters. */
export interface ListView {
  readonly query: string;
  readonly sort: string | null;
  /** From 1. */
  readonly page: number;
  readonly filters: Readonly<Record<string, string>>;
}

export const PAGE_SIZE = 50;

/** The rows that a view keeps, in its order, before paging. */
export function selectRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  view: ListView,
): readonly Row[] {
  const words = fold(view.query).split(/\s+/).filter(Boolean);
  const kept = rows.filter(
    (row) => hasWords(row, columns, words) && passesFilters(row, columns, view.filters),
  );
  const descending = view.sort?.startsWith('-') ?? false;
  const column = columns.find(({ key }) => key === view.sort?.replace(/^-/, ''));
  if (!column) return kept;
  return kept.toSorted((a, b) => compareValues(column.value(a), column.value(b), descending));
}

const hasWords = <Row>(row: Row, columns: readonly Column<Row>[], words: readonly string[]) => {
  if (words.length === 0) return true;
  const text = fold(columns.map(({ value }) => value(row) ?? '').join(' '));
  return words.every((word) => text.includes(word));
};

const passesFilters = <Row>(
  row: Row,
  columns: readonly Column<Row>[],
  filters: ListView['filters'],
) =>
  columns.every(
    ({ key, isFilter, value }) =>
      !isFilter || filters[key] === undefined || String(value(row) ?? '') === filters[key],
  );

const collator = new Intl.Collator('fr', { numeric: true });

/** Empty values come last, whichever way the list is sorted. */
function compareValues(
  a: string | number | null,
  b: string | number | null,
  descending: boolean,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -order : order;
}

/** The values a filter offers, sorted, each once. */
export const listFilterValues = <Row>(rows: readonly Row[], { value }: Column<Row>): string[] =>
  [...new Set(rows.map((row) => String(value(row) ?? '')))].filter(Boolean).sort(collator.compare);
