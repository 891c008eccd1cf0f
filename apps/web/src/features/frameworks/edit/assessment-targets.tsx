import { Checkbox, Textarea } from '@mantine/core';
import type { DraftAssessment, DraftBlock } from '../version.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { readCriteria, toggleTarget } from './targets.ts';

interface AssessmentTargetsProps {
  readonly path: string;
  readonly block: DraftBlock;
  readonly assessment: DraftAssessment;
}

/** Which competences of the block an épreuve targets, and by which criteria. */
export function AssessmentTargets({ path, block, assessment }: AssessmentTargetsProps) {
  const { set, change, field } = useEditor();
  const { targets } = assessment;
  const { error } = field(`${path}.targets`);
  const codes = block.competences.map(({ code }) => code);
  return (
    <fieldset className={classes.targets}>
      <legend data-path={`content.${path}.targets`} tabIndex={-1}>
        Compétences visées
      </legend>
      {error && <p className={classes.error}>{error}</p>}
      {block.competences.length === 0 && (
        <p className={classes.lead}>Ajoutez d’abord les compétences du bloc, juste au-dessus.</p>
      )}
      {block.competences.map(({ code, name }) => {
        const index = targets.findIndex(({ competenceCode }) => competenceCode === code);
        const target = targets[index];
        return (
          <div key={code}>
            <Checkbox
              label={name || code}
              checked={target !== undefined}
              onChange={() => set(`${path}.targets`, toggleTarget(targets, code, codes))}
            />
            {target && (
              <Textarea
                className={classes.criteria ?? ''}
                aria-label={`Critères de « ${name || code} », un par ligne`}
                placeholder="Critères, un par ligne"
                autosize
                minRows={1}
                data-path={`content.${path}.targets.${index}.criteria`}
                value={target.criteria.map(({ text }) => text).join('\n')}
                onChange={(event) =>
                  set(
                    `${path}.targets.${index}.criteria`,
                    readCriteria(event.currentTarget.value, target.criteria),
                  )
                }
                // Codes are given once the typing is over, not at each letter.
                onBlur={() => change((whole) => whole)}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
