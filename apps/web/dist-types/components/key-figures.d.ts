import type { ReactNode } from 'react';
/** A number with its name; the value may be a link to the rows it is made of. */
export interface KeyFigure {
    readonly label: string;
    readonly value: ReactNode;
}
/** A row of big numbers, each under its label. */
export declare function KeyFigures({ figures }: {
    readonly figures: readonly KeyFigure[];
}): import("react").JSX.Element;
