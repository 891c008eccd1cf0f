import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { listDifferences } from './differences.ts';
import { useEditor } from './editor-context.ts';

/** Someone saved this draft meanwhile: both versions, field by field. */
export function EditConflict() {
  const { theirs, body, save, takeTheirs, isSaving } = useEditor();
  if (!theirs) return null;
  return (
    <ConflictPanel
      fields={listDifferences(body(), theirs.content)}
      onKeepMine={() => void save(theirs.revision)}
      onTakeTheirs={takeTheirs}
      isPending={isSaving}
    />
  );
}
