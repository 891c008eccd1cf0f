import { formatLongDay, mondayOf } from '@jalon/domain';
import { SegmentedControl, Text } from '@mantine/core';
import { EmptyState } from '../../components/empty-state.tsx';
import { useRead } from '../../lib/api.ts';
import { readToday } from '../../lib/read-today.ts';
import { useCalendarFilters } from './calendar-filters.tsx';
import { DayList } from './day-list.tsx';
import { EventList } from './event-list.tsx';
import { MoveBar } from './move-bar.tsx';
import { PendingMoveDialog } from './pending-move.tsx';
import { PeriodBar } from './period-bar.tsx';
import { holderOf, type LineKind, listLines } from './resource-lines.ts';
import { TurnZone } from './turn-zone.tsx';
import { useAskedMove } from './use-asked-move.ts';
import type { CentreViewProps } from './use-calendar-view.ts';
import { useCarrying } from './use-carrying.ts';
import { useJudgedCells } from './use-judged-cells.ts';
import { useSlotMoves } from './use-slot-moves.ts';
import { listWeekDays, sayWeek } from './week.ts';
import classes from './week-grid.module.css';
import { halfDayWords, WeekGrid } from './week-grid.tsx';

const lineChoices: readonly { readonly value: LineKind; readonly label: string }[] = [
  { value: 'cohortes', label: 'Cohortes' },
  { value: 'formateurs', label: 'Formateurs' },
  { value: 'salles', label: 'Salles' },
  { value: 'sites', label: 'Sites' },
];

/** A week or a day, one line for each cohort, trainer, room or site. */
export function CentreWeek({
  view,
  calendar,
  selectedId,
  onSelect,
  tools,
  isOfCohort = false,
}: CentreViewProps) {
  const { kind, day } = view;
  const moves = useSlotMoves(kind);
  const known = useKnownLines(kind, isOfCohort);
  const carried = moves.moving?.slot;
  const isDay = view.view === 'jour';
  const isShowing = (date: string) => (isDay ? date === day : mondayOf(date) === mondayOf(day));
  // Until the neighbour is read, `calendar` is the period just left.
  const slots = calendar.slots.filter(({ date }) => isShowing(date));
  const days = isDay ? [day] : listWeekDays(day, slots);
  // What is carried keeps its line, even where nothing else is held.
  const lines = listLines(kind, slots, [...known, ...(carried ? [holderOf(kind, carried)] : [])]);
  const words = isDay ? formatLongDay(day) : `Semaine du ${sayWeek(day)}`;
  const [previous, next] = isDay
    ? ['Jour précédent', 'Jour suivant']
    : ['Semaine précédente', 'Semaine suivante'];
  const selectedKey = selectedId ?? null;
  const rows = lines.map(({ key, name }) =>
    days.flatMap((date) =>
      halfDayWords.map(([halfDay]) => ({ lineKey: key, lineName: name, date, halfDay })),
    ),
  );
  const carrying = useCarrying(moves, rows, view);
  useJudgedCells(moves, rows.flat());
  useAskedMove(moves, calendar.slots);
  return (
    <>
      <PeriodBar
        words={words}
        previous={previous}
        next={next}
        onStep={carrying.turn}
        onToday={isShowing(readToday()) ? undefined : () => view.setDay(undefined)}
        tools={
          <>
            {view.seesCentre && (
              <SegmentedControl
                aria-label="Une ligne par"
                data={lineChoices.filter(({ value }) => !isOfCohort || value !== 'sites')}
                value={kind}
                onChange={view.setKind}
              />
            )}
            {tools}
          </>
        }
      />
      {!view.isWide && <EventList events={calendar.events.filter(({ date }) => date === day)} />}
      {!view.isWide ? (
        <DayList
          kind={kind}
          lines={lines}
          dayOff={calendar.daysOff.find(({ date }) => date === day)?.reason}
          selectedKey={selectedKey}
          onSelect={onSelect}
        />
      ) : lines.length === 0 ? (
        <EmptyState title="Personne n’a cours ici">
          Les flèches mènent aux périodes voisines ; « Planification » place ce qui manque.
        </EmptyState>
      ) : (
        <div className={classes.week}>
          <WeekGrid
            kind={kind}
            lines={lines}
            days={days}
            daysOff={calendar.daysOff}
            events={calendar.events}
            label={words}
            selectedKey={selectedKey}
            onSelect={onSelect}
            moves={moves}
          />
          {moves.moving?.by === 'pointer' && (
            <>
              <TurnZone side="previous" words={previous} onTurn={() => carrying.turn(-1)} />
              <TurnZone side="next" words={next} onTurn={() => carrying.turn(1)} />
            </>
          )}
          {moves.isReady && (
            <Text className={classes.hint} c="dimmed" size="xs">
              Glissez une demi-journée pour la déplacer ; tenue sur un bord, elle fait venir la
              semaine voisine. Au clavier, atteignez-la et appuyez sur M.
            </Text>
          )}
        </div>
      )}
      <MoveBar moves={moves} carrying={carrying} />
      <PendingMoveDialog saving={moves.saving} />
    </>
  );
}

/**
 * Trainers, rooms and sites have a line even when they hold nothing: that is where there is time
 * left. On one cohort's calendar nobody can tell: they may hold something else.
 */
function useKnownLines(
  kind: LineKind,
  isOfCohort: boolean,
): readonly { readonly id: string; readonly name: string }[] {
  const { siteId, cohortId, trainerId, roomId } = useCalendarFilters();
  const isFiltered = Boolean(cohortId ?? trainerId ?? roomId);
  const trainers = useRead('GET /trainers', {}, { enabled: kind === 'formateurs' });
  const rooms = useRead('GET /rooms', {}, { enabled: kind === 'salles' });
  const sites = useRead('GET /sites', {}, { enabled: kind === 'sites' });
  if (isOfCohort) return [];
  if (kind === 'sites')
    return (sites.data ?? []).filter(({ id }) => (siteId ? id === siteId : !isFiltered));
  if (kind === 'formateurs')
    return (trainers.data ?? [])
      .filter(({ personId }) => (isFiltered ? personId === trainerId : true))
      .map(({ personId, name }) => ({ id: personId, name }));
  if (kind === 'salles')
    return (rooms.data ?? []).filter(
      ({ id, site }) => (!siteId || site.id === siteId) && (isFiltered ? id === roomId : true),
    );
  return [];
}
