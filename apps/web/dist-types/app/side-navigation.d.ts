/** The entries a person's roles open, then where and as whom they are logged in. */
export declare function SideNavigation({ onLeave }: {
    onLeave?: () => void;
}): import("react").JSX.Element;
