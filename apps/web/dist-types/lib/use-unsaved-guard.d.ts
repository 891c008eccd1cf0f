/** Asks before a page is left with something typed and not saved. */
export declare function useUnsavedGuard(hasUnsaved: boolean): void;
