import { useEffect, useRef } from 'react';
import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { listDifferences } from './differences.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';

/** Why a save was refused, or what someone else saved meanwhile; brought into sight. */
export function EditNotices() {
  const { problem, theirs, body, save, takeTheirs, isSaving } = useEditor();
  const place = useRef<HTMLDivElement>(null);
  // A refusal that lands on a field already leads there.
  const needsSight = theirs !== null || (problem !== null && problem.errors.length === 0);
  useEffect(() => {
    if (needsSight) place.current?.scrollIntoView({ block: 'start' });
  }, [needsSight]);
  return (
    <div ref={place} className={classes.notices}>
      <ProblemAlert problem={problem} />
      {theirs && (
        <ConflictPanel
          fields={listDifferences(body(), theirs.content)}
          onKeepMine={() => void save(theirs.revision)}
          onTakeTheirs={takeTheirs}
          isPending={isSaving}
        />
      )}
    </div>
  );
}
