import type { ReactNode } from 'react';
/** The entries a person's roles open, then where and as whom they are logged in. */
export declare function SideNavigation({ top, onLeave, }: {
    /** Above the entries. */
    readonly top?: ReactNode;
    readonly onLeave?: () => void;
}): import("react").JSX.Element;
