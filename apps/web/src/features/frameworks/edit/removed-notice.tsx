import { Button, CloseButton } from '@mantine/core';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';

/** What was just taken away, and the way back. */
export function RemovedNotice() {
  const { removal, undoRemoval, forgetRemoval } = useEditor();
  return (
    <div role="status" className={classes.removedSlot}>
      {removal && (
        <div className={classes.removed}>
          <span>{removal.label}</span>
          <Button size="compact-sm" onClick={undoRemoval}>
            Annuler
          </Button>
          <CloseButton aria-label="Fermer ce message" onClick={forgetRemoval} />
        </div>
      )}
    </div>
  );
}
