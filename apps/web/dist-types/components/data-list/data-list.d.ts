import { type ReactNode } from 'react';
import { type Column } from './list-view.ts';
export interface DataListProps<Row> {
    /** What the rows are, for those who do not see the table: « Apprenants ». Names the export too. */
    readonly label: string;
    readonly rows: readonly Row[];
    readonly rowKey: (row: Row) => string;
    /** The first column names the row and links to it. */
    readonly columns: readonly Column<Row>[];
    /** An EmptyState, for when there is no row at all. */
    readonly empty: ReactNode;
    /** Needed when a page has several lists: parts their entries in the address. */
    readonly name?: string;
}
/** A table with search, filters, sort and pages in the address, and an export; cards on a phone. */
export declare function DataList<Row>({ rows, columns, empty, name, ...list }: DataListProps<Row>): string | number | bigint | boolean | Iterable<ReactNode> | Promise<string | number | bigint | boolean | import("react").ReactPortal | import("react").ReactElement<unknown, string | import("react").JSXElementConstructor<any>> | Iterable<ReactNode> | null | undefined> | import("react").JSX.Element | null | undefined;
