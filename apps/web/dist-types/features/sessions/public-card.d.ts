import { type ReactNode } from 'react';
/** A page before the login: what Jalon is on one side, the one thing to do on the other. */
export declare function PublicCard({ title, children, }: {
    readonly title: string;
    readonly children: ReactNode;
}): import("react").JSX.Element;
