interface DataListPagesProps {
    readonly page: number;
    readonly total: number;
    readonly onTurn: (page: number) => void;
}
/** Which rows are shown out of how many, and the way to the others. */
export declare function DataListPages({ page, total, onTurn }: DataListPagesProps): import("react").JSX.Element;
export {};
