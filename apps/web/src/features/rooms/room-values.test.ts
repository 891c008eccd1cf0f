import { describe, expect, it } from '@jest/globals';
import {
  compareRooms,
  describeRooms,
  nextClosure,
  type Room,
  toRoomBody,
  toRoomValues,
} from './room-values.ts';

const today = '2026-11-23';
const room = (more: Partial<Room> = {}): Room => ({
  id: 'r',
  site: { id: 's', name: 'Paris' },
  name: 'Salle 1',
  seats: 14,
  equipment: ['fauteuil'],
  closures: [],
  revision: 1,
  ...more,
});
const closure = (fromOn: string, toOn: string) => ({ id: fromOn, fromOn, toOn, label: 'Travaux' });

describe('a room in its form', () => {
  it('is sent back as it was read', () => {
    expect(toRoomBody(toRoomValues(room(), 's'))).toEqual({
      name: 'Salle 1',
      seats: 14,
      equipment: ['fauteuil'],
    });
  });

  it('beside another version, names what differs', () => {
    const different = compareRooms(toRoomValues(room(), 's'), room({ seats: 20 }));
    expect(different.filter(({ mine, theirs }) => mine !== theirs)).toEqual([
      { label: 'Places', mine: '14', theirs: '20' },
    ]);
  });
});

describe('the rooms in a sentence', () => {
  it('counts them, their sites and their seats', () => {
    expect(describeRooms([], today)).toBe('Vos salles se liront ici');
    expect(describeRooms([room()], today)).toBe('1 salle de 14 places');
    const elsewhere = room({ site: { id: 't', name: 'Rodez' }, seats: 8 });
    expect(describeRooms([room(), elsewhere], today)).toBe(
      '2 salles sur 2 sites, de 8 à 14 places',
    );
  });

  it('says first what is closed today', () => {
    const closed = room({ closures: [closure('2026-11-20', '2026-11-23')] });
    expect(describeRooms([room(), closed], today)).toBe('2 salles, dont 1 fermée aujourd’hui');
    expect(nextClosure(closed, today)?.toOn).toBe('2026-11-23');
    expect(nextClosure(closed, '2026-11-24')).toBeNull();
  });
});
