import { type ReactNode } from 'react';
interface SectionCardProps {
    readonly title?: string;
    /** Beside the title: a count, « 4 personnes, la plus proche d’abord ». */
    readonly hint?: ReactNode;
    /** At the far end of the title's line. */
    readonly actions?: ReactNode;
    /** `attention` for the one thing to do first. */
    readonly tone?: 'plain' | 'attention';
    /** Without inner space: rows and tables bring their own. */
    readonly isFlush?: boolean;
    readonly children: ReactNode;
}
/** A white card under its title. */
export declare function SectionCard({ title, hint, actions, tone, isFlush, children, }: SectionCardProps): import("react").JSX.Element;
export {};
