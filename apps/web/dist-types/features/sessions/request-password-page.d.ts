/** Asks for a link to choose a password. The answer never says whether the address is known. */
export declare function Page(): import("react").JSX.Element;
