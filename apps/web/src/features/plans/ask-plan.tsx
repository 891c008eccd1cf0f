import type { Answer } from '@jalon/contract';
import { countNoun, formatDay, formatMinutes } from '@jalon/domain';
import { Button, Checkbox, Group, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { isUnderWay } from './plan-words.ts';
import classes from './plans.module.css';
import { useAsk } from './use-ask.ts';
import { weightLabels } from './weight-labels.ts';

type Plans = Answer<'GET /plans'>;
type Cohort = Plans['cohorts'][number];
type Weights = Plans['weights'];

interface AskPlanProps {
  readonly plans: Plans;
  /** Something is to repair first: its button is the one of the page. */
  readonly isSecond: boolean;
}

/** Which cohorts to plan together, what counts, and one button. */
export function AskPlan({ plans, isSecond }: AskPlanProps) {
  const { cohorts, searches, trainerCount, roomCount } = plans;
  const [only] = useSearchParam('cohorte');
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    cohorts.filter((cohort) => (only ? cohort.id === only : isToPlan(cohort))).map(({ id }) => id),
  );
  const [weights, setWeights] = useState<Weights>(plans.weights);
  const { ask, isPending, problem } = useAsk();
  const toggle = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  const isBusy = searches.some(isUnderWay);
  return (
    <SectionCard
      title="Planifier"
      hint={`${countNoun(trainerCount, 'formateur prêt', 'formateurs prêts')}, ${countNoun(roomCount, 'salle')}`}
    >
      <Text c="dimmed" size="xs">
        Les cohortes cochées sont planifiées ensemble, avec les mêmes formateurs et les mêmes
        salles. Les autres ne bougent pas, les créneaux passés, émargés ou verrouillés non plus.
        Rien n’est enregistré avant que vous n’acceptiez.
      </Text>
      <ul className={classes.cohorts}>
        {cohorts.map((cohort) => (
          <li key={cohort.id} className={classes.cohort}>
            <Checkbox
              aria-label={cohort.name}
              checked={chosen.includes(cohort.id)}
              onChange={(event) => toggle(cohort.id, event.currentTarget.checked)}
            />
            <div>
              <TextLink to="/cohortes/$cohortId/calendrier" params={{ cohortId: cohort.id }}>
                {cohort.name}
              </TextLink>
              <p>
                {cohort.siteName}, à partir du {formatDay(cohort.startsOn)}
              </p>
            </div>
            <span className={classes.state} data-open={isToPlan(cohort)}>
              {keepFrenchSpaces(sayCohort(cohort))}
            </span>
          </li>
        ))}
      </ul>
      <details className={classes.weights}>
        <summary>Ce qui compte dans le plan</summary>
        <Text c="dimmed" size="xs" my="sm">
          Les règles obligatoires sont toujours tenues. Le reste se paie : plus le prix est haut,
          plus Jalon l’évite. En euros, pour le comparer au coût des heures.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {weightLabels.map(({ key, label }) => (
            <NumberInput
              key={key}
              label={label}
              suffix=" €"
              min={0}
              max={10_000}
              decimalScale={2}
              decimalSeparator=","
              value={weights[key] / 100}
              onChange={(euros) =>
                setWeights({ ...weights, [key]: Math.round(Number(euros || 0) * 100) })
              }
            />
          ))}
        </SimpleGrid>
      </details>
      <ProblemAlert problem={problem} />
      <Group mt="md">
        <Button
          variant={isSecond ? 'default' : 'filled'}
          disabled={chosen.length === 0 || isBusy}
          loading={isPending}
          onClick={() => ask({ kind: 'year', cohortIds: [...chosen], weights })}
        >
          {chosen.length > 1 ? `Planifier ${chosen.length} cohortes` : 'Planifier la cohorte'}
        </Button>
        {isBusy && (
          <Text c="dimmed" size="xs">
            Un plan se cherche déjà : il faut l’attendre, ou l’arrêter.
          </Text>
        )}
      </Group>
    </SectionCard>
  );
}

const isToPlan = ({ missingMinutes, unstaffedCount }: Cohort): boolean =>
  missingMinutes > 0 || unstaffedCount > 0;

function sayCohort({ missingMinutes, missingFrom, unstaffedCount, slotCount }: Cohort): string {
  // A whole year to place needs no list.
  const what = slotCount > 0 && missingFrom.length <= 3 ? ` : ${missingFrom.join(' ; ')}` : '';
  if (missingMinutes > 0) return `${formatMinutes(missingMinutes)} à placer${what}`;
  if (unstaffedCount > 0)
    return `${countNoun(unstaffedCount, 'créneau', 'créneaux')} sans formateur ou sans salle`;
  return slotCount === 0
    ? 'Tout a eu lieu'
    : `${countNoun(slotCount, 'créneau', 'créneaux')}, complet`;
}
