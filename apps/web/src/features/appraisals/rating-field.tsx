import { appraisalLevelNames, appraisalLevels, capitalise } from '@jalon/domain';
import { Textarea } from '@mantine/core';
import { useId } from 'react';
import type { Level } from './draft-saver.ts';
import classes from './rating-field.module.css';

interface RatingFieldProps {
  readonly competence: { readonly code: string; readonly name: string };
  /** What was said of it before. */
  readonly facts: readonly string[];
  /** In the field for a word, while it is empty. */
  readonly hint: string;
  readonly level: Level | undefined;
  readonly remark: string;
  readonly onRate: (level: Level) => void;
  readonly onRemark: (remark: string) => void;
  readonly onLeave: () => void;
}

/** One competence on the scale, under the thumb; nothing is chosen beforehand. */
export function RatingField({
  competence,
  facts,
  hint,
  level,
  remark,
  onRate,
  onRemark,
  onLeave,
}: RatingFieldProps) {
  const name = useId();
  const { code } = competence;
  return (
    <section className={classes.competence} id={`competence-${code}`}>
      <fieldset className={classes.field}>
        <legend className={classes.name}>{competence.name}</legend>
        {facts.map((fact) => (
          <p key={fact} className={classes.previous}>
            {fact}
          </p>
        ))}
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
          placeholder={hint}
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
