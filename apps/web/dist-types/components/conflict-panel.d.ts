/** One field in both versions, as it is shown. */
export interface ConflictField {
    readonly label: string;
    readonly mine: string;
    readonly theirs: string;
}
interface ConflictPanelProps {
    readonly fields: readonly ConflictField[];
    /** Saves what was typed over the other version. */
    readonly onKeepMine: () => void;
    /** Drops what was typed and shows the other version. */
    readonly onTakeTheirs: () => void;
    readonly isPending?: boolean;
}
/** After a 409: both versions side by side, and the person chooses. */
export declare function ConflictPanel({ fields, onKeepMine, onTakeTheirs, isPending, }: ConflictPanelProps): import("react").JSX.Element;
export {};
