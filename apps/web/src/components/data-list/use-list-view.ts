import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Column, ListView } from './list-view.ts';

type Search = Record<string, unknown>;

/** The view of a list, kept in the page's address: it survives a reload and can be sent to someone. */
export function useListView<Row>(columns: readonly Column<Row>[], prefix: string) {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const read = (name: string): string | undefined => {
    const value = search[prefix + name];
    return value === undefined || value === '' ? undefined : String(value);
  };
  const filterKeys = columns.filter(({ isFilter }) => isFilter).map(({ key }) => key);
  const view: ListView = {
    query: read('q') ?? '',
    sort: read('tri') ?? null,
    page: Math.max(1, Number(read('page')) || 1),
    filters: Object.fromEntries(
      filterKeys.flatMap((key) => {
        const value = read(key);
        return value === undefined ? [] : [[key, value]];
      }),
    ),
  };
  /** Changes some entries; `undefined` removes one. Any change but the page's goes back to page 1. */
  const change = (changes: Readonly<Record<string, string | number | undefined>>): void => {
    const entries = Object.entries({ page: undefined, ...changes });
    const prefixed = Object.fromEntries(entries.map(([name, value]) => [prefix + name, value]));
    navigate({
      to: '.',
      search: (previous: Search) => ({ ...previous, ...prefixed }),
      replace: true,
      resetScroll: false,
    } as never);
  };
  const clear = (): void =>
    change(Object.fromEntries(['q', ...filterKeys].map((name) => [name, undefined])));
  return { view, change, clear };
}
