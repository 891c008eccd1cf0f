import type { ReactNode } from 'react';
interface EmptyStateProps {
    readonly title: string;
    /** What the place is for, in a sentence or two. */
    readonly children: ReactNode;
    /** The first thing to do here. */
    readonly action?: ReactNode;
}
/** A place without content yet: what it is for, and the first action. */
export declare function EmptyState({ title, children, action }: EmptyStateProps): import("react").JSX.Element;
export {};
