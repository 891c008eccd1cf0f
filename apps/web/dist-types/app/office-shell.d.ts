/** Dark navigation on the left, the page, and on the right the panel that explains. */
export declare function OfficeShell(): import("react").JSX.Element;
