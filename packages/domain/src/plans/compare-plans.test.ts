import { describe, expect, it } from '@jest/globals';
import { comparePlans, type StandingSlot } from './compare-plans.ts';
import { change, plan } from './test-plan.ts';

const standing: readonly StandingSlot[] = plan.map((slot, index) => ({
  ...slot,
  id: `s${index}`,
  isRemote: false,
}));
const kinds = (...args: Parameters<typeof comparePlans>) =>
  comparePlans(...args)
    .filter(({ kind }) => kind !== 'kept')
    .map(({ kind, id }) => `${kind} ${id}`);

describe('what a plan changes of the calendars', () => {
  it('nothing when it is the calendar', () => {
    expect(kinds(standing, plan)).toEqual([]);
    expect(comparePlans(standing, plan)).toHaveLength(plan.length);
  });

  it('a half-day at the same moment stays, with another trainer or room', () => {
    expect(kinds(standing, change(0, { roomId: 'Salle 3' }))).toEqual(['restaffed s0']);
    const bare = standing.map((slot) => ({ ...slot, trainerId: null, roomId: null }));
    expect(comparePlans(bare, plan).every(({ kind }) => kind === 'restaffed')).toBe(true);
  });

  it('a half-day at another moment is moved, not deleted and made again', () => {
    expect(kinds(standing, change(1, { date: '2026-10-12' }))).toEqual(['moved s1']);
  });

  it('what is missing is added, what is too much is removed', () => {
    expect(kinds(standing.slice(1), plan)).toEqual(['added Hygiène/2026-10-05/540']);
    expect(kinds(standing, plan.slice(1))).toEqual(['removed s0']);
    expect(kinds([], plan)).toHaveLength(plan.length);
  });

  it('every half-day of both is told once', () => {
    const changes = comparePlans(standing, change(2, { date: '2026-10-26', startsAt: 600 }));
    expect(changes.flatMap(({ from }) => from?.id ?? []).toSorted()).toEqual(
      standing.map(({ id }) => id).toSorted(),
    );
    expect(changes.filter(({ to }) => to !== null)).toHaveLength(plan.length);
  });
});
