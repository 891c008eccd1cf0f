import { type Column, type ListView } from './list-view.ts';
interface DataListToolsProps<Row> {
    readonly label: string;
    readonly rows: readonly Row[];
    /** The rows that are kept, on all pages: what the export holds. */
    readonly selected: readonly Row[];
    readonly columns: readonly Column<Row>[];
    readonly view: ListView;
    readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}
/** Search, filters and export of a list. */
export declare function DataListTools<Row>({ label, rows, selected, columns, view, onChange, }: DataListToolsProps<Row>): import("react").JSX.Element;
export {};
