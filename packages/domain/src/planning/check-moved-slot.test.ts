import { describe, expect, it } from '@jest/globals';
import { checkMovedSlot } from './check-moved-slot.ts';
import type { PlannedSlot } from './slot.ts';

const slot: PlannedSlot = {
  id: 'un',
  cohortId: 'janvier',
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'M1',
  date: '2027-01-05',
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  trainerId: 'Mme Roy',
  roomId: 'Salle 1',
  groupNumber: null,
};
const check = (changes: Partial<PlannedSlot>, more: { isLocked?: boolean; today?: string } = {}) =>
  checkMovedSlot(
    { ...slot, ...changes },
    { slot, isLocked: false, today: '2027-01-01', ...more },
  ).map(({ rule, path }) => `${rule} ${path}`);

describe('a half-day changed by hand, whatever the place', () => {
  it.each([
    ['/date', { date: '2027-01-12' }],
    ['/startsAt', { startsAt: 600 }],
    ['/minutes', { minutes: 120 }],
    ['/trainerId', { trainerId: null }],
    ['/roomId', { roomId: 'Salle 2' }],
    ['/moduleCode', { moduleCode: 'M2' }],
  ])('a lock is undone before %s changes', (path, changes) => {
    expect(check(changes, { isLocked: true })).toEqual([`slot.unlocked ${path}`]);
    expect(check(changes)).toEqual([]);
  });

  it('a locked half-day that stays as it is has nothing against it', () => {
    expect(check({}, { isLocked: true })).toEqual([]);
  });

  it('what goes to the past must have been held (DOMAIN 8.1); today is not past', () => {
    const today = '2027-01-13';
    expect(check({ date: '2027-01-12' }, { today })).toEqual(['slot.past-was-held /date']);
    expect(check({ date: today }, { today })).toEqual([]);
    const [finding] = checkMovedSlot(slot, { slot: null, isLocked: false, today });
    expect(finding).toMatchObject({
      severity: 'warning',
      message:
        'Le mardi 5 janvier 2027 est passé : n’y mettez ce créneau que si le cours a eu lieu.',
    });
  });

  it('a half-day that was past already may get its trainer', () => {
    expect(check({ trainerId: 'M. Petit' }, { today: '2027-02-01' })).toEqual([]);
  });
});
