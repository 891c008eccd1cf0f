import { createContext } from 'react';

export interface UnsavedReporting {
  /** Tells whether one form, by its own key, holds something that is not saved. */
  readonly report: (form: string, hasUnsaved: boolean) => void;
  /** Whether losing it was just agreed to: nothing asks again on the way out. */
  readonly isGivenUp: () => boolean;
}

/** Given by what closes over forms, such as a dialog or a side panel: it asks before it closes. */
export const UnsavedReport = createContext<UnsavedReporting | null>(null);
