export declare function Page(): import("react").JSX.Element;
