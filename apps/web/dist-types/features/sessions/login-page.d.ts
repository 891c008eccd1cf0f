/** Staff log in with an address and a password; the others come by a link in a mail. */
export declare function Page(): import("react").JSX.Element;
