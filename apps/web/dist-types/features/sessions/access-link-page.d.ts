/** A link received by mail. A person opens it: mail scanners that visit it must not use it up. */
export declare function Page(): import("react").JSX.Element;
