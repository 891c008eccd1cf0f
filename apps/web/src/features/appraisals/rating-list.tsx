import { appraisalLevelNames, formatDay } from '@jalon/domain';
import { StateBadge } from '../../components/state-badge.tsx';
import type { Answers, Sheet } from './draft-saver.ts';
import { levelTones } from './level-tones.ts';
import classes from './rating-list.module.css';

/** The competences with the level given to each, and what was written beside. */
export function RatingList({
  sheet,
}: {
  readonly sheet: Answers & {
    readonly competences: readonly {
      readonly code: string;
      readonly name: string;
      readonly own?: Sheet['competences'][number]['own'];
    }[];
  };
}) {
  return (
    <>
      <ul className={classes.list}>
        {sheet.competences.map(({ code, name, own }) => {
          const level = sheet.ratings[code];
          return (
            <li key={code}>
              <span className={classes.name}>{name}</span>
              {level ? (
                <StateBadge tone={levelTones[level]}>{appraisalLevelNames[level]}</StateBadge>
              ) : (
                <StateBadge tone="mute">sans réponse</StateBadge>
              )}
              {own && <span className={classes.own}>{sayOwn(own)}</span>}
              {sheet.comments[code] && <q className={classes.remark}>{sheet.comments[code]}</q>}
            </li>
          );
        })}
      </ul>
      {sheet.comment && <q className={classes.comment}>{sheet.comment}</q>}
    </>
  );
}

/** « Son auto-évaluation du 12 novembre 2026 : maîtrisée » */
const sayOwn = ({ level, sentOn }: NonNullable<Sheet['competences'][number]['own']>): string =>
  `Son auto-évaluation du ${formatDay(sentOn)} : ${appraisalLevelNames[level]}`;
