/** Grey lines in the place of what is being read; unseen during the first 150 ms. */
export declare function LoadingState({ lines }: {
    readonly lines?: number;
}): import("react").JSX.Element;
