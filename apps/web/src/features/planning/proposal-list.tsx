import type { CalendarProposalView } from '@jalon/contract';
import { formatLongDay } from '@jalon/domain';
import { sayHalf, sayTimes } from '../../components/calendar/slot-words.ts';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';

type ProposedSlot = CalendarProposalView['slots'][number];

const changeWords: Record<ProposedSlot['change'], { readonly label: string; readonly tone: Tone }> =
  {
    kept: { label: 'reste', tone: 'mute' },
    unchanged: { label: 'ne bouge pas', tone: 'mute' },
    moved: { label: 'déplacée', tone: 'warn' },
    added: { label: 'ajoutée', tone: 'ready' },
  };

interface ProposalListProps {
  readonly slots: readonly ProposedSlot[];
  /** On a phone a month is short enough to be read without filters. */
  readonly hasFilters?: boolean;
}

/** The half-days that the cohort would have, and what becomes of each. */
export const ProposalList = ({ slots, hasFilters = true }: ProposalListProps) => (
  <DataList
    label="Demi-journées proposées"
    name="c"
    rows={slots}
    rowKey={keyOfProposed}
    columns={hasFilters ? columns : columns.map((column) => ({ ...column, isFilter: false }))}
    empty={
      <EmptyState title="Aucune demi-journée ici">
        La proposition ne place rien sur cette période.
      </EmptyState>
    }
  />
);

/** A proposed half-day has no id yet: its moment and its block tell it apart. */
export const keyOfProposed = ({ date, startsAt, blockCode }: ProposedSlot): string =>
  `${date} ${startsAt} ${blockCode}`;

const columns: readonly Column<ProposedSlot>[] = [
  {
    key: 'jour',
    header: 'Jour',
    value: ({ date, startsAt }) => `${date} ${String(startsAt).padStart(4, '0')}`,
    exported: ({ date }) => date,
    cell: ({ date }) => formatLongDay(date),
  },
  {
    key: 'horaire',
    header: 'Horaire',
    value: (slot) => sayTimes(slot),
    cell: (slot) => `${sayHalf(slot)}, ${sayTimes(slot)}`,
  },
  { key: 'bloc', header: 'Bloc', value: ({ blockCode }) => blockCode, isFilter: true },
  { key: 'module', header: 'Module', value: ({ name }) => name, isFilter: true },
  {
    key: 'changement',
    header: 'Changement',
    value: ({ change }) => changeWords[change].label,
    cell: ({ change }) => (
      <StateBadge tone={changeWords[change].tone}>{changeWords[change].label}</StateBadge>
    ),
    isFilter: true,
  },
];
