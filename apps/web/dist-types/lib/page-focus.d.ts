/** Called by the router: the next page title that appears takes the focus. */
export declare const requestTitleFocus: () => void;
/** Focuses a page title, once, when a navigation led to it; the first load is left to the reader. */
export declare function focusTitle(title: HTMLElement | null): void;
