import type { Column, ListView } from './list-view.ts';
/** The view of a list, kept in the page's address: it survives a reload and can be sent to someone. */
export declare function useListView<Row>(columns: readonly Column<Row>[], prefix: string): {
    view: ListView;
    change: (changes: Readonly<Record<string, string | number | undefined>>) => void;
    clear: () => void;
};
