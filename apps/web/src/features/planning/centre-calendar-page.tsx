import { countNoun } from '@jalon/domain';
import { Button, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { SubscribeButton } from '../../components/calendar-feed/subscribe-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { readToday } from '../../lib/read-today.ts';
import { useIsAllowed, useSession } from '../../lib/session.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { monthOf, monthRange } from './month.ts';
import { MonthGrid, sayMonth } from './month-grid.tsx';
import { SlotList } from './slot-list.tsx';
import { SlotPanel } from './slot-panel.tsx';
import { toGridSlot } from './slot-words.ts';
import { ViewChoice } from './view-choice.tsx';

export function Page() {
  const [chosenMonth, setMonth] = useSearchParam('mois');
  const [siteId] = useSearchParam('site');
  const [trainerId] = useSearchParam('formateur');
  const month = chosenMonth ?? monthOf(readToday());
  const read = useRead('GET /calendar', {
    query: {
      ...monthRange(month),
      ...(siteId ? { siteId } : {}),
      ...(trainerId ? { trainerId } : {}),
    },
  });
  return (
    <>
      <PageHeader
        title={sayState(
          month,
          read.data?.slots.filter(({ date }) => monthOf(date) === month),
        )}
        overline="Calendrier du centre"
        actions={
          <>
            <Button onClick={() => window.print()}>Imprimer</Button>
            <SubscribeToTrainer />
          </>
        }
      />
      <Filters />
      <WhenRead isPart read={read}>
        {(calendar) => <CentreMonth month={month} onMonth={setMonth} calendar={calendar} />}
      </WhenRead>
    </>
  );
}

function sayState(month: string, slots: readonly unknown[] | undefined): string {
  if (!slots) return `Le calendrier de ${sayMonth(month)}`;
  if (slots.length === 0) return `Aucune demi-journée en ${sayMonth(month)}`;
  return `${countNoun(slots.length, 'demi-journée')} en ${sayMonth(month)}`;
}

function Filters() {
  const [siteId, setSite] = useSearchParam('site');
  const [trainerId, setTrainer] = useSearchParam('formateur');
  const sites = useRead('GET /sites', {});
  const trainers = useRead('GET /trainers', {});
  const seesCentre = useIsAllowed('board:read');
  if (!seesCentre) return null;
  return (
    <div
      className="no-print"
      style={{ display: 'flex', flexWrap: 'wrap', gap: 12, marginBottom: 12 }}
    >
      <Select
        aria-label="Site"
        placeholder="Tous les sites"
        clearable
        data={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={siteId ?? null}
        onChange={(value) => setSite(value ?? undefined)}
      />
      <Select
        aria-label="Formateur"
        placeholder="Tous les formateurs"
        clearable
        searchable
        data={(trainers.data ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
        value={trainerId ?? null}
        onChange={(value) => setTrainer(value ?? undefined)}
      />
    </div>
  );
}

/** One's own half-days for a trainer; those of the trainer chosen above for the coordination. */
function SubscribeToTrainer() {
  const [trainerId] = useSearchParam('formateur');
  const trainers = useRead('GET /trainers', {});
  const { roles } = useSession();
  const isOffice = useIsAllowed('calendar:write');
  const chosen = isOffice
    ? trainers.data?.find(({ personId }) => personId === trainerId)
    : undefined;
  if (chosen)
    return (
      <SubscribeButton
        key={chosen.personId}
        of={{ kind: 'trainer', trainerId: chosen.personId }}
        name={chosen.name}
      />
    );
  if (!roles.includes('trainer')) return null;
  return <SubscribeButton of={{ kind: 'trainer', trainerId: null }} name="Vos créneaux" />;
}

interface CentreMonthProps {
  readonly month: string;
  readonly onMonth: (month: string) => void;
  readonly calendar: {
    readonly slots: readonly Parameters<typeof toGridSlot>[0][];
    readonly daysOff: readonly { readonly date: string; readonly reason: string }[];
  };
}

function CentreMonth({ month, onMonth, calendar }: CentreMonthProps) {
  const [selectedId, select] = useSearchParam('creneau');
  const [view, setView] = useSearchParam('vue');
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const isList = view === 'liste' || !isWide;
  const selected = calendar.slots.find(({ id }) => id === selectedId);
  const choice = <ViewChoice isList={isList} onChange={setView} />;
  const grid = (
    <MonthGrid
      month={month}
      onMonth={onMonth}
      slots={
        isList
          ? []
          : calendar.slots.map((slot) => ({
              ...toGridSlot(slot),
              facts: `${slot.cohort.name} · ${toGridSlot(slot).facts}`,
            }))
      }
      daysOff={calendar.daysOff}
      isBarOnly={isList}
      selectedKey={selectedId ?? null}
      onSelect={select}
      tools={choice}
    />
  );
  return (
    <>
      {grid}
      {isList && (
        <SlotList
          slots={calendar.slots.filter(({ date }) => monthOf(date) === month)}
          onSelect={select}
          hasCohort
          hasFilters={isWide}
        />
      )}
      {selected && <SelectedSlot slot={selected} onClose={() => select(undefined)} />}
    </>
  );
}

/** The modules to choose from are those of the half-day's own cohort. */
function SelectedSlot({
  slot,
  onClose,
}: {
  readonly slot: Parameters<typeof toGridSlot>[0];
  readonly onClose: () => void;
}) {
  const runs = useRead('GET /cohorts/:cohortId/module-runs', {
    params: { cohortId: slot.cohort.id },
  });
  return <SlotPanel slot={slot} items={runs.data ?? [slot]} onClose={onClose} />;
}
