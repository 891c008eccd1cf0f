import type { CalendarSlot } from '@jalon/contract';
import { formatLongDay } from '@jalon/domain';
import { Anchor } from '@mantine/core';
import { sayHalf, sayTimes } from '../../components/calendar/slot-words.ts';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateBadge } from '../../components/state-badge.tsx';

interface SlotListProps {
  readonly slots: readonly CalendarSlot[];
  readonly onSelect: (id: string) => void;
  readonly hasCohort?: boolean;
  /** On a phone a month is short enough to be read without filters. */
  readonly hasFilters?: boolean;
}

/** The half-days as a list: search, filters by block, module and trainer, export. */
export function SlotList({ slots, onSelect, hasCohort = false, hasFilters = true }: SlotListProps) {
  const columns = columnsFor(onSelect, hasCohort);
  return (
    <DataList
      label="Créneaux"
      name="c"
      rows={slots}
      rowKey={({ id }) => id}
      columns={hasFilters ? columns : columns.map((column) => ({ ...column, isFilter: false }))}
      empty={
        <EmptyState title="Aucun créneau ici">
          Les demi-journées placées dans le calendrier s’affichent ici.
        </EmptyState>
      }
    />
  );
}

const columnsFor = (
  onSelect: (id: string) => void,
  hasCohort: boolean,
): readonly Column<CalendarSlot>[] => [
  {
    key: 'jour',
    header: 'Jour',
    value: ({ date, startsAt }) => `${date} ${String(startsAt).padStart(4, '0')}`,
    exported: ({ date }) => date,
    cell: (slot) => (
      <Anchor
        component="button"
        type="button"
        ta="left"
        style={{ whiteSpace: 'nowrap' }}
        onClick={() => onSelect(slot.id)}
      >
        {formatLongDay(slot.date)}
      </Anchor>
    ),
  },
  {
    key: 'horaire',
    header: 'Horaire',
    value: (slot) => sayTimes(slot),
    cell: (slot) => (
      <span style={{ whiteSpace: 'nowrap' }}>{`${sayHalf(slot)}, ${sayTimes(slot)}`}</span>
    ),
  },
  ...(hasCohort
    ? [
        {
          key: 'cohorte',
          header: 'Cohorte',
          value: ({ cohort }: CalendarSlot) => cohort.name,
          isFilter: true,
        },
      ]
    : []),
  { key: 'bloc', header: 'Bloc', value: ({ blockCode }) => blockCode, isFilter: true },
  { key: 'module', header: 'Module', value: ({ name }) => name, isFilter: true },
  {
    key: 'formateur',
    header: 'Formateur',
    value: ({ trainer }) => trainer?.name ?? 'sans formateur',
    isFilter: true,
  },
  {
    key: 'salle',
    header: 'Salle',
    value: ({ room, mode }) => (mode === 'remote' ? 'à distance' : (room?.name ?? null)),
    isFilter: true,
  },
  {
    key: 'feuille',
    header: 'Émargement',
    value: (slot) => saySheet(slot),
    cell: (slot) => <SheetBadge slot={slot} />,
    isFilter: true,
  },
];

function saySheet({ cancelReason, signerName, recordedCount }: CalendarSlot): string {
  if (signerName !== null) return cancelReason === null ? 'Signée' : 'Signée, créneau annulé';
  if (cancelReason !== null) return 'Annulé';
  return recordedCount > 0 ? 'Commencée' : '';
}

function SheetBadge({ slot }: { readonly slot: CalendarSlot }) {
  const words = saySheet(slot);
  if (words === '') return null;
  const tone = slot.signerName !== null ? 'ok' : slot.cancelReason !== null ? 'mute' : 'ready';
  return <StateBadge tone={tone}>{words}</StateBadge>;
}
