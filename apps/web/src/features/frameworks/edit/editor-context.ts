import { createContext, useContext } from 'react';
import type { DraftEditor } from './use-draft-editor.ts';

export const EditorContext = createContext<DraftEditor | null>(null);

/** The draft that this screen edits. @throws Error outside the editor. */
export function useEditor(): DraftEditor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor is only for the parts of the editor');
  return editor;
}
