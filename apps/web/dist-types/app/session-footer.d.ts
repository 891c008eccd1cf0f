/** Where and as whom the person is logged in; the other centres of the same login; the way out. */
export declare function SessionFooter(): import("react").JSX.Element;
