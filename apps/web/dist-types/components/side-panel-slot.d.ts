/** Where the shell lets a side panel stand; null where there is no room for one. */
export declare const SidePanelSlot: import("react").Context<HTMLElement | null>;
