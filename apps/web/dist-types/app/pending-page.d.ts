/** Holds an address until its screen is built. */
export declare function Page(): import("react").JSX.Element;
