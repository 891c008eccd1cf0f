import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { readToday } from '../../lib/read-today.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { AddRoom } from './add-room.tsx';
import { RoomPanel } from './room-panel.tsx';
import { describeRooms, isClosed, nextClosure, type Room, sayDays } from './room-values.ts';
import classes from './rooms.module.css';

const sayClosure = (room: Room): string => {
  const closure = nextClosure(room, readToday());
  return closure ? `${closure.label}, ${sayDays(closure)}` : '';
};

const columns: readonly Column<Room>[] = [
  {
    key: 'nom',
    header: 'Salle',
    value: (room) => room.name,
    cell: (room) => (
      <TextLink
        to="/salles"
        search={((previous: object) => ({ ...previous, salle: room.id })) as never}
        resetScroll={false}
        fw={600}
      >
        {room.name}
      </TextLink>
    ),
  },
  { key: 'site', header: 'Site', value: (room) => room.site.name, isFilter: true },
  { key: 'places', header: 'Places', value: (room) => room.seats, align: 'end' },
  {
    key: 'equipement',
    header: 'Équipement',
    value: (room) => room.equipment.join(', '),
    cell: (room) => room.equipment.join(', ') || <span className={classes.detail}>–</span>,
  },
  {
    key: 'fermeture',
    header: 'Fermeture',
    value: sayClosure,
    cell: (room) => <ClosureCell room={room} />,
  },
];

function ClosureCell({ room }: { readonly room: Room }) {
  const closure = nextClosure(room, readToday());
  if (!closure) return <span className={classes.detail}>aucune à venir</span>;
  return (
    <div className={classes.words}>
      {isClosed(room, readToday()) && <StateBadge tone="warn">fermée</StateBadge>}
      <span className={classes.detail}>{sayClosure(room)}</span>
    </div>
  );
}

/** The rooms of every site: what a plan may use, and when. */
export function Page() {
  const read = useRead('GET /rooms', {});
  const [selectedId, select] = useSearchParam('salle');
  const [isAdding, dialog] = useDisclosure();
  const add = (
    <Can permission="centre:write">
      <Button variant="filled" onClick={dialog.open}>
        Ajouter une salle
      </Button>
    </Can>
  );
  return (
    <WhenRead read={read}>
      {(rooms) => {
        const selected = rooms.find(({ id }) => id === selectedId);
        return (
          <>
            <PageHeader title={describeRooms(rooms, readToday())} actions={add} />
            <DataList
              label="Salles"
              rows={rooms}
              rowKey={(room) => room.id}
              columns={columns}
              empty={
                <EmptyState title="Aucune salle" action={add}>
                  Une salle a un nombre de places, un équipement et des jours de fermeture : le plan
                  de l’année y place chaque créneau sans en dépasser la capacité.
                </EmptyState>
              }
            />
            {selected && (
              <RoomPanel key={selected.id} room={selected} onClose={() => select(undefined)} />
            )}
            {isAdding && <AddRoom onClose={dialog.close} />}
          </>
        );
      }}
    </WhenRead>
  );
}
