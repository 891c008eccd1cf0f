import { createContext } from 'react';

/** Where the shell lets a side panel stand; null where there is no room for one. */
export const SidePanelSlot = createContext<HTMLElement | null>(null);
