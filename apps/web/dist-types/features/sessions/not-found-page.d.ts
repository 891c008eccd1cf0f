/** An address that leads nowhere. */
export declare function Page(): import("react").JSX.Element;
