import { describe, expect, it } from '@jest/globals';
import type { PlannedSlot } from '../planning/slot.ts';
import { type MoveFacts, prepareSlotMoves, type SlotPlace } from './prepare-slot-moves.ts';
import { plan, problem } from './test-plan.ts';

const { weights: _, ...rules } = problem;
const standing = plan.map((slot, index) => ({ id: `slot ${index}`, ...slot }));
const slots = standing.map(({ runId, ...slot }): PlannedSlot => {
  const run = problem.runs.find(({ id }) => id === runId);
  return {
    ...slot,
    cohortId: run?.cohortId ?? '',
    kind: 'training',
    blockCode: 'B1',
    moduleCode: run?.subject ?? null,
    groupNumber: run?.group ?? null,
  };
});
const facts: MoveFacts = { problem: rules, standing, slots, cohorts: problem.cohorts };

function tell(all: MoveFacts, index: number, changes: Partial<SlotPlace>): string[] {
  const slot = all.slots[index];
  if (!slot) throw new Error(`No slot ${index}`);
  return prepareSlotMoves(all)
    .conflictsOf(slot.id, { ...slot, ...changes })
    .map(({ severity, rule }) => `${severity} ${rule}`);
}

describe('a half-day moved by hand over the calendars of a centre', () => {
  it('left where it is has nothing against it', () => {
    expect(slots.flatMap((_slot, index) => tell(facts, index, {}))).toEqual([]);
  });

  it('a free half-day of its cohort is free', () => {
    expect(tell(facts, 6, { date: '2026-10-26' })).toEqual([]);
  });

  it('a closed day of the site and a trainer who is not at work only warn', () => {
    expect(tell(facts, 6, { date: '2026-10-19' })).toEqual(['warning slot.not-on-closure']);
    expect(tell(facts, 6, { trainerId: 'M. Petit' })).toEqual(['warning plan.trainer-works']);
  });

  it('a trainer who is taken is an error, said before the warnings', () => {
    const taken = tell(facts, 2, { trainerId: 'Dr Blanc' });
    expect(taken[0]).toBe('error slot.trainer-free');
  });

  it('what a person locked does not move', () => {
    const [lock] = plan.slice(6);
    if (!lock) throw new Error('A plan has seven half-days');
    const locked = { ...facts, problem: { ...rules, locked: [lock] } };
    expect(tell(locked, 6, { date: '2026-10-26' })).toEqual(['error plan.locks-kept']);
  });

  it('nothing is put into the past', () => {
    const late = { ...facts, problem: { ...rules, placeFrom: '2026-10-20' } };
    expect(tell(late, 6, { date: '2026-10-06' })).toContain('error plan.past-stays');
  });

  it('a half-day without trainer or room is judged by the rest, and by whom it is given to', () => {
    const bare = {
      ...facts,
      slots: slots.map((slot) => ({ ...slot, trainerId: null, roomId: null })),
      standing: standing.map((slot) => ({ ...slot, trainerId: null, roomId: null })),
    };
    expect(tell(bare, 6, { date: '2026-10-26' })).toEqual([]);
    expect(tell(bare, 6, { trainerId: 'M. Petit' })).toEqual(['warning plan.trainer-works']);
  });

  it('refuses a half-day that does not stand', () => {
    const [slot] = slots;
    if (!slot) throw new Error('A plan has half-days');
    expect(() => prepareSlotMoves(facts).conflictsOf('gone', slot)).toThrow(RangeError);
  });
});
