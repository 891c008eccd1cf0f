import { describe, expect, it } from '@jest/globals';
import { comparePlans, type StandingSlot } from './compare-plans.ts';
import { addRemoteHalfDays, completeSlot } from './remote-half-days.ts';
import { plan, problem } from './test-plan.ts';

const [first, second] = plan;
if (!first || !second) throw new Error('the plan has slots');
const onSite: StandingSlot = { ...first, id: 'a', isRemote: false };
const remote: StandingSlot = { ...second, id: 'b', roomId: null, isRemote: true };

describe('half-days held at a distance, in a plan (Q15)', () => {
  it('are complete with a trainer; those on site need a room too', () => {
    expect(completeSlot(remote)).toEqual({ ...second, roomId: null });
    expect(completeSlot({ ...remote, trainerId: null })).toBeNull();
    expect(completeSlot({ ...onSite, roomId: null })).toBeNull();
    expect(completeSlot(onSite)).toEqual(first);
  });

  it('are counted for their run, so that a plan leaves them at a distance', () => {
    const [hygiene, ...others] = addRemoteHalfDays(problem.runs, [onSite, remote]);
    expect(hygiene).toMatchObject({ id: 'Hygiène', remoteHalfDays: 1 });
    expect(others).toEqual(problem.runs.slice(1));
  });

  it('go on at a distance when a plan moves them; a room given to one is a change', () => {
    const moved = { ...second, roomId: null, date: '2026-10-13' };
    const other = { ...first, date: '2026-10-12' };
    const changes = comparePlans([onSite, remote], [other, moved]);
    expect(changes.map(({ id, kind, to }) => [id, kind, to?.date])).toEqual([
      ['a', 'moved', '2026-10-12'],
      ['b', 'moved', '2026-10-13'],
    ]);
    // The one in the room takes the other's moment: both move, and each stays what it was.
    const crossed = comparePlans(
      [onSite, remote],
      [
        { ...first, roomId: null },
        { ...second, minutes: first.minutes },
      ],
    );
    expect(crossed.map(({ id, to }) => [id, to?.roomId])).toEqual([
      ['b', null],
      ['a', second.roomId],
    ]);
    expect(comparePlans([remote], [{ ...second, roomId: null }])[0]?.kind).toBe('kept');
    expect(comparePlans([remote], [second])[0]?.kind).toBe('restaffed');
    const roomless = { ...remote, isRemote: false };
    expect(comparePlans([roomless], [{ ...second, roomId: null }])[0]?.kind).toBe('restaffed');
  });
});
