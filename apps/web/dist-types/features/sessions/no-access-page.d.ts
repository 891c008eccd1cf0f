/** A login without any role here. */
export declare function Page(): import("react").JSX.Element;
