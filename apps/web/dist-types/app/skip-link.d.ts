/** First stop of the keyboard: past the navigation. */
export declare function SkipLink(): import("react").JSX.Element;
