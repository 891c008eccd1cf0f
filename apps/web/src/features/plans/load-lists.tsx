import type { Answer } from '@jalon/contract';
import { countNoun, formatMinutes, formatShortDay, withDe } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import classes from './load.module.css';
import { sayEuros, sayUse } from './plan-words.ts';

type Load = Answer<'GET /plans/load'>;
type Trainer = Load['trainers'][number];
type Room = Load['rooms'][number];

const shareOf = (used: number, possible: number): number => (possible > 0 ? used / possible : used);

const trainerColumns: readonly Column<Trainer>[] = [
  {
    key: 'formateur',
    header: 'Formateur',
    value: ({ name }) => name,
    cell: ({ id, name }) => (
      <TextLink to="/formateurs/$trainerId" params={{ trainerId: id }}>
        {name}
      </TextLink>
    ),
  },
  {
    key: 'charge',
    header: 'Charge',
    value: ({ plannedMinutes, maxMinutes }) => shareOf(plannedMinutes, maxMinutes),
    exported: ({ plannedMinutes }) => plannedMinutes / 60,
    cell: ({ name, plannedMinutes, maxMinutes }) => (
      <div className={classes.bar}>
        <ProgressLine done={plannedMinutes} total={maxMinutes} label={`Charge ${withDe(name)}`}>
          {formatMinutes(plannedMinutes)} sur {formatMinutes(maxMinutes)},{' '}
          {sayUse(plannedMinutes, maxMinutes)}
        </ProgressLine>
      </div>
    ),
  },
  {
    key: 'libre',
    header: 'Libre',
    align: 'end',
    value: freeMinutes,
    exported: (trainer) => freeMinutes(trainer) / 60,
    cell: (trainer) => formatMinutes(freeMinutes(trainer)),
  },
  {
    key: 'semaines',
    header: 'Semaines',
    value: ({ weeksOver, weeksUnder }) => weeksOver.length * 1000 + weeksUnder.length,
    exported: sayWeeks,
    cell: (trainer) => <Weeks trainer={trainer} />,
  },
  {
    key: 'cout',
    header: 'Coût',
    align: 'end',
    value: ({ cents }) => cents / 100,
    cell: ({ cents }) => sayEuros(cents),
  },
];

function freeMinutes({ plannedMinutes, maxMinutes }: Trainer): number {
  return Math.max(0, maxMinutes - plannedMinutes);
}

function sayWeeks({ weeksOver, weeksUnder }: Trainer): string {
  return [
    ...weeksOver.map((week) => `au-delà : ${formatShortDay(week)}`),
    ...weeksUnder.map((week) => `sous le minimum : ${formatShortDay(week)}`),
  ].join(', ');
}

function Weeks({ trainer: { weeksOver, weeksUnder } }: { readonly trainer: Trainer }) {
  if (weeksOver.length === 0 && weeksUnder.length === 0) return <>Toutes dans les limites</>;
  return (
    <div className={classes.weeks}>
      {weeksOver.length > 0 && (
        <span>
          <StateBadge tone="bad">
            {countNoun(weeksOver.length, 'semaine')} au-delà du maximum
          </StateBadge>
          <ListedWeeks weeks={weeksOver} />
        </span>
      )}
      {weeksUnder.length > 0 && (
        <span>
          <StateBadge tone="warn">
            {countNoun(weeksUnder.length, 'semaine')} sous le minimum
          </StateBadge>
          <ListedWeeks weeks={weeksUnder} />
        </span>
      )}
    </div>
  );
}

const ListedWeeks = ({ weeks }: { readonly weeks: readonly string[] }) => (
  <details className={classes.listed}>
    <summary>lesquelles</summary>
    {weeks.map((week) => formatShortDay(week)).join(', ')}
  </details>
);

export const TrainerLoads = ({ trainers }: Pick<Load, 'trainers'>) => (
  <section className={classes.list}>
    <h2>Formateurs</h2>
    <DataList
      label="Charge des formateurs"
      name="formateurs"
      rows={trainers}
      rowKey={({ id }) => id}
      columns={trainerColumns}
      empty={
        <EmptyState
          title="Aucun formateur à compter"
          action={<ButtonLink to="/formateurs">Voir les formateurs</ButtonLink>}
        >
          La fiche d’un formateur dit sa semaine, ses heures et son coût : sa charge se lit ensuite
          ici.
        </EmptyState>
      }
    />
  </section>
);

const roomColumns: readonly Column<Room>[] = [
  {
    key: 'salle',
    header: 'Salle',
    value: ({ name }) => name,
  },
  { key: 'site', header: 'Site', value: ({ siteName }) => siteName, isFilter: true },
  {
    key: 'occupation',
    header: 'Occupation',
    value: ({ usedHalfDays, openHalfDays }) => shareOf(usedHalfDays, openHalfDays),
    exported: ({ usedHalfDays }) => usedHalfDays,
    cell: ({ name, usedHalfDays, openHalfDays }) => (
      <div className={classes.bar}>
        <ProgressLine done={usedHalfDays} total={openHalfDays} label={`Occupation ${withDe(name)}`}>
          {countNoun(usedHalfDays, 'demi-journée')} sur {openHalfDays},{' '}
          {sayUse(usedHalfDays, openHalfDays)}
        </ProgressLine>
      </div>
    ),
  },
  {
    key: 'libre',
    header: 'Libre',
    align: 'end',
    value: ({ usedHalfDays, openHalfDays }) => openHalfDays - usedHalfDays,
    cell: ({ usedHalfDays, openHalfDays }) =>
      countNoun(openHalfDays - usedHalfDays, 'demi-journée'),
  },
];

export const RoomLoads = ({ rooms }: Pick<Load, 'rooms'>) => (
  <section className={classes.list}>
    <h2>Salles</h2>
    <DataList
      label="Occupation des salles"
      name="salles"
      rows={rooms}
      rowKey={({ id }) => id}
      columns={roomColumns}
      empty={
        <EmptyState
          title="Aucune salle"
          action={<ButtonLink to="/salles">Voir les salles</ButtonLink>}
        >
          Une salle compte ses demi-journées du lundi au vendredi, hors jours fériés et fermetures.
        </EmptyState>
      }
    />
  </section>
);
