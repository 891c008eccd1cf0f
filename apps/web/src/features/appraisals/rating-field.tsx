import { appraisalLevelNames, appraisalLevels, capitalise, monthNames } from '@jalon/domain';
import { Textarea } from '@mantine/core';
import { useId } from 'react';
import type { Level, Sheet } from './draft-saver.ts';
import classes from './rating-field.module.css';

type Competence = Sheet['competences'][number];

interface RatingFieldProps {
  readonly competence: Competence;
  readonly level: Level | undefined;
  readonly remark: string;
  readonly onRate: (level: Level) => void;
  readonly onRemark: (remark: string) => void;
  readonly onLeave: () => void;
}

/** One competence on the scale, under the thumb; nothing is chosen beforehand. */
export function RatingField({
  competence,
  level,
  remark,
  onRate,
  onRemark,
  onLeave,
}: RatingFieldProps) {
  const name = useId();
  const { code, previous } = competence;
  return (
    <section className={classes.competence} id={`competence-${code}`}>
      <fieldset className={classes.field}>
        <legend className={classes.name}>{competence.name}</legend>
        {previous && <p className={classes.previous}>{describePrevious(previous)}</p>}
        <div className={classes.scale}>
          {appraisalLevels.map((one) => (
            <label key={one} className={classes.level} data-level={one}>
              <input
                type="radio"
                name={name}
                value={one}
                checked={level === one}
                onChange={() => onRate(one)}
              />
              <span>{capitalise(appraisalLevelNames[one])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {(remark !== '' || (level !== undefined && level !== 'mastered')) && (
        <Textarea
          aria-label={`Un mot sur : ${competence.name}`}
          placeholder="Un mot pour l’aider à progresser (facultatif). Ne citez aucun patient."
          autosize
          minRows={2}
          mt="sm"
          maxLength={1000}
          value={remark}
          onChange={(event) => onRemark(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
    </section>
  );
}

/** « En juin : en cours d’acquisition », with the year when it is not this one. */
function describePrevious({ level, signedOn }: NonNullable<Competence['previous']>): string {
  const [year, month] = signedOn.split('-');
  const name = monthNames[Number(month) - 1] ?? '';
  const isThisYear = Number(year) === new Date().getFullYear();
  return `En ${name}${isThisYear ? '' : ` ${year}`} : ${appraisalLevelNames[level]}`;
}
