import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { compareAnswers } from './compare-answers.ts';
import classes from './draft-conflict.module.css';
import type { Answers, DraftSaver } from './draft-saver.ts';

interface DraftConflictProps {
  readonly sheet: { readonly competences: readonly { code: string; name: string }[] };
  readonly mine: Answers;
  readonly theirs: Answers;
  readonly saver: DraftSaver;
}

/** The sheet was filled in elsewhere meanwhile: both versions, competence by competence. */
export function DraftConflict({ sheet, mine, theirs, saver }: DraftConflictProps) {
  const fields = compareAnswers(sheet.competences, mine, theirs);
  return (
    <div className={classes.conflict}>
      <ConflictPanel
        fields={fields}
        onKeepMine={() => saver.keepMine()}
        onTakeTheirs={() => saver.takeTheirs()}
      />
    </div>
  );
}
