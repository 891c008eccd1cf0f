import type { PathStepView } from '@jalon/contract';
import { capitalise, formatMinutes, formatShortDay } from '@jalon/domain';
import { NativeSelect } from '@mantine/core';
import { StateBadge } from '../../../components/state-badge.tsx';
import classes from '../enrolments.module.css';
import { pathWords } from '../words.ts';

interface PathStepsProps {
  readonly steps: readonly PathStepView[];
  /** The runs chosen, by the step's place; absent, the path is only shown. */
  readonly chosen?: readonly (string | null)[];
  readonly onChoose?: (index: number, moduleRunId: string | null) => void;
}

/** A path module by module: with which cohort, when, or what is possible. */
export function PathSteps({ steps, chosen, onChoose }: PathStepsProps) {
  const [first] = steps;
  if (!onChoose && first && steps.every(({ reason }) => reason === first.reason))
    return (
      <div className={classes.row}>
        <span className={classes.grow}>{capitalise(first.reason)}</span>
      </div>
    );
  return (
    <ul className={classes.rows}>
      {steps.map((step, index) => (
        <li key={`${step.blockCode} ${step.moduleCode} ${step.kind}`} className={classes.row}>
          <div className={classes.grow}>
            <div>
              <span className={classes.soft}>{step.blockCode}</span> {step.name}
            </div>
            <div className={classes.soft}>
              {formatMinutes(step.minutes)}
              {!onChoose && ` · ${capitalise(step.reason)}`}
            </div>
          </div>
          {onChoose && step.state !== 'waived' ? (
            <NativeSelect
              aria-label={`Avec quelle cohorte suivre ${step.name}`}
              data={choicesOf(step)}
              value={chosen?.[index] ?? ''}
              onChange={(event) => onChoose(index, event.currentTarget.value || null)}
            />
          ) : (
            <StateBadge tone={pathWords[step.state].tone}>{pathWords[step.state].word}</StateBadge>
          )}
        </li>
      ))}
    </ul>
  );
}

const choicesOf = (step: PathStepView) => [
  { value: '', label: 'À planifier' },
  ...step.options.map((option) => ({
    value: option.moduleRunId,
    label: `${option.cohortName}, ${option.firstDay === null ? 'dates à venir' : formatShortDay(option.firstDay)}${
      option.isOwn || option.freePlaces > 0 ? '' : ' (complet)'
    }`,
  })),
];
