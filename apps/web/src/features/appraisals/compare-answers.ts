import { appraisalLevelNames } from '@jalon/domain';
import type { ConflictField } from '../../components/conflict-panel.tsx';
import type { Answers } from './draft-saver.ts';

/** Two versions of a sheet, competence by competence, as the person who chooses reads them. */
export function compareAnswers(
  competences: readonly { readonly code: string; readonly name: string }[],
  mine: Answers,
  theirs: Answers,
): ConflictField[] {
  return [
    ...competences.map(({ code, name }) => ({
      label: name,
      mine: describe(mine, code),
      theirs: describe(theirs, code),
    })),
    { label: 'Avis d’ensemble', mine: mine.comment, theirs: theirs.comment },
  ];
}

function describe({ ratings, comments }: Answers, code: string): string {
  const level = ratings[code];
  const remark = comments[code] ?? '';
  return [level ? appraisalLevelNames[level] : 'sans réponse', remark].filter(Boolean).join(' — ');
}
