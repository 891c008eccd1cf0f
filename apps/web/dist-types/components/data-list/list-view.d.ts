import type { ReactNode } from 'react';
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
export declare const PAGE_SIZE = 50;
/** The rows that a view keeps, in its order, before paging. */
export declare function selectRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: ListView): readonly Row[];
/** The values a filter offers, sorted, each once. */
export declare const listFilterValues: <Row>(rows: readonly Row[], { value }: Column<Row>) => string[];
