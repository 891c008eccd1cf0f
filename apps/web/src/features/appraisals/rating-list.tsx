import { appraisalLevelNames } from '@jalon/domain';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import type { Level, Sheet } from './draft-saver.ts';
import classes from './rating-list.module.css';

const tones: Record<Level, Tone> = { mastered: 'ok', in_progress: 'warn', not_acquired: 'bad' };

/** The competences with the level given to each, and what was written beside. */
export function RatingList({
  sheet,
}: {
  readonly sheet: Pick<Sheet, 'competences' | 'ratings' | 'comments' | 'comment'>;
}) {
  return (
    <>
      <ul className={classes.list}>
        {sheet.competences.map(({ code, name }) => {
          const level = sheet.ratings[code];
          return (
            <li key={code}>
              <span className={classes.name}>{name}</span>
              {level ? (
                <StateBadge tone={tones[level]}>{appraisalLevelNames[level]}</StateBadge>
              ) : (
                <StateBadge tone="mute">sans réponse</StateBadge>
              )}
              {sheet.comments[code] && <q className={classes.remark}>{sheet.comments[code]}</q>}
            </li>
          );
        })}
      </ul>
      {sheet.comment && <q className={classes.comment}>{sheet.comment}</q>}
    </>
  );
}
