import type { ReactNode } from 'react';
interface ProgressLineProps {
    readonly done: number;
    readonly total: number;
    /** What is measured, for those who do not see the bar. */
    readonly label: string;
    /** The same in words, under the bar: « 9 prêts sur 14 · jury dans 25 jours ». */
    readonly children: ReactNode;
    /** On the dark top of a phone page. */
    readonly isOnDark?: boolean;
}
/** A bar and the words that say it. */
export declare function ProgressLine({ done, total, label, children, isOnDark, }: ProgressLineProps): import("react").JSX.Element;
export {};
