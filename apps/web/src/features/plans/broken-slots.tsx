import type { Answer } from '@jalon/contract';
import { countNoun, formatLongDay, formatMinutes } from '@jalon/domain';
import { Button } from '@mantine/core';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './plans.module.css';
import { useAsk } from './use-ask.ts';

type Cohort = Answer<'GET /plans'>['cohorts'][number];

interface BrokenSlotsProps {
  readonly cohorts: readonly Cohort[];
  readonly canRepair: boolean;
  /** A plan is there to be read first: its button is the one of the page. */
  readonly isSecond: boolean;
}

const shownAtFirst = 6;

/**
 * Half-days that an absence, a closed room or a lost day has broken, hours that a calendar lacks, and
 * the way to mend them.
 */
export function BrokenSlots({ cohorts, canRepair, isSecond }: BrokenSlotsProps) {
  const { ask, isPending, problem } = useAsk();
  const broken = cohorts.flatMap((cohort) =>
    cohort.broken.map((slot) => ({ ...slot, cohortName: cohort.name })),
  );
  const short = cohorts.filter(({ missingMinutes }) => missingMinutes > 0);
  const cohortIds = cohorts.map(({ id }) => id);
  return (
    <SectionCard
      title={broken.length > 0 ? 'Ne tient plus' : 'Il manque des heures'}
      hint={
        broken.length > 0
          ? countNoun(broken.length, 'créneau', 'créneaux')
          : countNoun(short.length, 'cohorte')
      }
      tone="attention"
      actions={
        canRepair && (
          <Button
            variant={isSecond ? 'default' : 'filled'}
            loading={isPending}
            onClick={() => ask({ kind: 'repair', cohortIds })}
          >
            Réparer avec le moins de changements
          </Button>
        )
      }
    >
      <ProblemAlert problem={problem} />
      {broken.slice(0, shownAtFirst).map((slot) => (
        <Broken key={slot.slotId} {...slot} />
      ))}
      {broken.length > shownAtFirst && (
        <details>
          <summary>et {broken.length - shownAtFirst} de plus</summary>
          {broken.slice(shownAtFirst).map((slot) => (
            <Broken key={slot.slotId} {...slot} />
          ))}
        </details>
      )}
      {short.map(({ id, name, missingMinutes }) => (
        <div key={id} className={classes.line}>
          <div>
            <strong>{name}</strong>
            <p>
              Il manque {formatMinutes(missingMinutes)} au calendrier. La réparation les place sans
              bouger le reste, si elle le peut.
            </p>
          </div>
        </div>
      ))}
    </SectionCard>
  );
}

const Broken = ({
  name,
  cohortName,
  date,
  message,
}: Cohort['broken'][number] & { readonly cohortName: string }) => (
  <div className={classes.line}>
    <div>
      <strong>{name}</strong>
      <p>
        {cohortName}, {formatLongDay(date)}. {message}
      </p>
    </div>
  </div>
);
