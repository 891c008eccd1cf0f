import { appraisalLevelNames } from '@jalon/domain';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import classes from './draft-conflict.module.css';
import type { Answers, DraftSaver, Sheet } from './draft-saver.ts';

interface DraftConflictProps {
  readonly sheet: Sheet;
  readonly mine: Answers;
  readonly theirs: Answers;
  readonly saver: DraftSaver;
}

/** The sheet was filled in elsewhere meanwhile: both versions, competence by competence. */
export function DraftConflict({ sheet, mine, theirs, saver }: DraftConflictProps) {
  const describe = (answers: Answers, code: string): string => {
    const level = answers.ratings[code];
    const remark = answers.comments[code] ?? '';
    return [level ? appraisalLevelNames[level] : 'sans réponse', remark]
      .filter(Boolean)
      .join(' — ');
  };
  const fields = [
    ...sheet.competences.map(({ code, name }) => ({
      label: name,
      mine: describe(mine, code),
      theirs: describe(theirs, code),
    })),
    { label: 'Avis d’ensemble', mine: mine.comment, theirs: theirs.comment },
  ];
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
