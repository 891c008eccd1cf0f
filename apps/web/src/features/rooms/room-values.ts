import type { Answer } from '@jalon/contract';
import { countNoun, formatDay, listEquipment } from '@jalon/domain';
import type { ConflictField } from '../../components/conflict-panel.tsx';

export type Room = Answer<'GET /rooms'>[number];
export type Closure = Room['closures'][number];

/** What the form holds; equipment as it is typed, parted by commas. */
export type RoomValues = {
  siteId: string;
  name: string;
  seats: number | string;
  equipment: string;
};

export const toRoomValues = (room: Room | null, siteId: string): RoomValues => ({
  siteId: room?.site.id ?? siteId,
  name: room?.name ?? '',
  seats: room?.seats ?? '',
  equipment: room?.equipment.join(', ') ?? '',
});

/** The body to send. What is missing goes as it is: the API says what it wants at its field. */
export const toRoomBody = ({ name, seats, equipment }: RoomValues) => ({
  name,
  seats: Number(seats),
  equipment: listEquipment(equipment),
});

/** Both versions of a room, field by field, after a 409. */
export const compareRooms = (mine: RoomValues, theirs: Room): ConflictField[] => {
  const body = toRoomBody(mine);
  return [
    { label: 'Nom', mine: body.name, theirs: theirs.name },
    { label: 'Places', mine: String(mine.seats), theirs: String(theirs.seats) },
    {
      label: 'Équipement',
      mine: body.equipment.join(', '),
      theirs: theirs.equipment.join(', '),
    },
  ];
};

/** « le 5 octobre 2026 », « du 5 octobre 2026 au 9 octobre 2026 ». */
export const sayDays = ({ fromOn, toOn }: Pick<Closure, 'fromOn' | 'toOn'>): string =>
  fromOn === toOn ? `le ${formatDay(fromOn)}` : `du ${formatDay(fromOn)} au ${formatDay(toOn)}`;

/** The closure that counts on `today` or comes next; `null` when the room stays open. */
export const nextClosure = ({ closures }: Room, today: string): Closure | null =>
  closures.find(({ toOn }) => toOn >= today) ?? null;

export const isClosed = (room: Room, today: string): boolean =>
  room.closures.some(({ fromOn, toOn }) => fromOn <= today && today <= toOn);

/** « 5 salles sur 2 sites, dont 1 fermée aujourd’hui ». */
export function describeRooms(rooms: readonly Room[], today: string): string {
  if (rooms.length === 0) return 'Vos salles se liront ici';
  const sites = new Set(rooms.map(({ site }) => site.id)).size;
  const count =
    sites > 1
      ? `${countNoun(rooms.length, 'salle')} sur ${sites} sites`
      : countNoun(rooms.length, 'salle');
  const closed = rooms.filter((room) => isClosed(room, today)).length;
  if (closed > 0)
    return `${count}, dont ${countNoun(closed, 'fermée aujourd’hui', 'fermées aujourd’hui')}`;
  const seats = rooms.map((room) => room.seats);
  const [least, most] = [Math.min(...seats), Math.max(...seats)];
  return least === most
    ? `${count} de ${countNoun(most, 'place')}`
    : `${count}, de ${least} à ${countNoun(most, 'place')}`;
}
