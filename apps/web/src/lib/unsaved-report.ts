import { createContext } from 'react';

/** Tells whether one form, by its own key, holds something that is not saved. */
export type ReportUnsaved = (form: string, hasUnsaved: boolean) => void;

/** Given by what closes over forms, such as a dialog or a side panel: it asks before it closes. */
export const UnsavedReport = createContext<ReportUnsaved | null>(null);
