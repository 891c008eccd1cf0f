import type { Answer } from '@jalon/contract';
import { addYears, formatMinutes, formatShortDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import classes from './load.module.css';
import { RoomLoads, TrainerLoads } from './load-lists.tsx';
import { sayEuros, sayUse } from './plan-words.ts';

type Load = Answer<'GET /plans/load'>;

/** How full trainers and rooms are over a school year, and what the hours cost. */
export function Page() {
  const [period, setPeriod] = useState<{ from: string; to: string }>();
  const read = useRead('GET /plans/load', { query: period ?? {} });
  return (
    <WhenRead read={read}>
      {(load) => (
        <>
          <PageHeader
            title={sayState(load)}
            overline={
              <>
                <TextLink to="/planification">Planification</TextLink> › Charge du{' '}
                {formatShortDay(load.from)} au {formatShortDay(load.to)}
              </>
            }
            actions={
              <>
                <Button onClick={() => setPeriod(shift(load, -1))}>Année précédente</Button>
                <Button onClick={() => setPeriod(shift(load, 1))}>Année suivante</Button>
              </>
            }
          />
          <KeyFigures figures={listFigures(load)} />
          {sayLeftOut(load).map((sentence) => (
            <p key={sentence} className={classes.leftOut}>
              {sentence}
            </p>
          ))}
          <TrainerLoads trainers={load.trainers} />
          <RoomLoads rooms={load.rooms} />
        </>
      )}
    </WhenRead>
  );
}

const shift = ({ from, to }: Load, years: number) => ({
  from: addYears(from, years),
  to: addYears(to, years),
});

function sayState({ trainers, totals }: Load): string {
  const over = trainers.filter(({ weeksOver }) => weeksOver.length > 0).length;
  if (over === 1) return 'Un formateur dépasse son maximum';
  if (over > 1) return `${over} formateurs dépassent leur maximum`;
  if (totals.plannedMinutes === 0) return 'Aucune heure donnée à un formateur';
  return `Formateurs occupés à ${sayUse(totals.plannedMinutes, totals.maxMinutes)}`;
}

const listFigures = ({ totals }: Load) => [
  { label: 'Heures données', value: formatMinutes(totals.plannedMinutes) },
  {
    label: 'Heures encore libres',
    value: formatMinutes(Math.max(0, totals.maxMinutes - totals.plannedMinutes)),
  },
  { label: 'Salles occupées', value: sayUse(totals.usedHalfDays, totals.openHalfDays) },
  { label: 'Coût des formateurs', value: sayEuros(totals.cents) },
];

const sayLeftOut = ({ totals }: Load): readonly string[] => [
  ...(totals.unstaffedMinutes > 0
    ? [`${formatMinutes(totals.unstaffedMinutes)} au calendrier n’ont pas encore de formateur.`]
    : []),
  ...(totals.otherMinutes > 0
    ? [
        `${formatMinutes(totals.otherMinutes)} sont données à des formateurs partis ou sans fiche : elles ne comptent ni ici ni dans le coût.`,
      ]
    : []),
];
