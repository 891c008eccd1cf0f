import type { Column, ListView } from './list-view.ts';
interface DataListTableProps<Row> {
    readonly label: string;
    readonly rows: readonly Row[];
    readonly rowKey: (row: Row) => string;
    readonly columns: readonly Column<Row>[];
    readonly view: ListView;
    readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}
/** The table itself; its heads sort, and on a phone each row is a card. */
export declare function DataListTable<Row>({ label, rows, rowKey, columns, view, onChange, }: DataListTableProps<Row>): import("react").JSX.Element;
export {};
