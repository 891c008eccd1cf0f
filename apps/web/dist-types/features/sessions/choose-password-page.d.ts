/** Chooses a password with the link received by mail. */
export declare function Page(): import("react").JSX.Element;
