import { describe, expect, it } from '@jest/globals';
import { listLacking, roomTaken } from './slot.ts';

describe('a half-day held at a distance needs a trainer and no room (Q15)', () => {
  it('takes no room, even one that was chosen before', () => {
    expect(roomTaken({ mode: 'remote', roomId: 'salle 1' })).toBeNull();
    expect(roomTaken({ mode: 'on_site', roomId: 'salle 1' })).toBe('salle 1');
  });

  it('lacks a trainer while it has none, never a room', () => {
    const bare = { trainerId: null, roomId: null };
    expect(listLacking({ ...bare, mode: 'remote' })).toEqual(['un formateur']);
    expect(listLacking({ ...bare, mode: 'remote', trainerId: 'roy' })).toEqual([]);
    expect(listLacking({ ...bare, mode: 'on_site' })).toEqual(['un formateur', 'une salle']);
    expect(listLacking({ mode: 'on_site', trainerId: 'roy', roomId: 'salle 1' })).toEqual([]);
  });
});
