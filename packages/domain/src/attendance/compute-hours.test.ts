import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { sumHours } from '../frameworks/sum-hours.ts';
import { type AttendanceEntry, computeHours, type HoursInput } from './compute-hours.ts';
import { minutesDone } from './minutes-done.ts';

const entry = (slotId: string | null, change: Partial<AttendanceEntry> = {}): AttendanceEntry => ({
  slotId,
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'B1-M1',
  slotMinutes: 210,
  state: 'present',
  lateMinutes: 0,
  leftEarlyMinutes: 0,
  ...change,
});
const compute = (change: Partial<HoursInput>) =>
  computeHours({
    framework: cqpAm40913LeMans,
    dispensations: [],
    expectedSlots: [],
    entries: [],
    ...change,
  });
const slots = (...ids: readonly string[]) => ids.map((id) => ({ id, minutes: 210 }));

describe('DOMAIN 13: hours due = Σ module hours − granted dispensations', () => {
  it.each(frameworkLibrary.map((framework) => [framework.code, framework] as const))(
    '%s: all of its training and evaluation is due at first',
    (_code, framework) => {
      const { total } = compute({ framework });
      expect(total).toEqual({ due: sumHours(framework).totalMinutes, done: 0, waived: 0 });
    },
  );

  it('a dispensed block owes no training, and still its evaluation (Q3)', () => {
    const { blocks, total } = compute({
      dispensations: [
        { state: 'granted', blockCode: 'B3', moduleCode: null, grantedMinutes: 35 * 60 },
      ],
    });
    expect(blocks[2]).toMatchObject({
      due: 210,
      waived: 35 * 60,
      training: { due: 0, done: 0 },
      evaluation: { due: 210, done: 0 },
    });
    expect(total.due).toBe((279 - 35) * 60);
  });

  it('a part of a block is taken off the block and off none of its modules', () => {
    const { blocks } = compute({
      dispensations: [{ state: 'partial', blockCode: 'B4', moduleCode: null, grantedMinutes: 600 }],
    });
    expect(blocks[3]?.training.due).toBe(70 * 60 - 600);
    expect(blocks[3]?.modules.map(({ due }) => due)).toEqual([14 * 60, 56 * 60]);
  });
});

describe('DOMAIN 13: hours done = Σ recorded hours, evaluation included (Q14)', () => {
  it('counts presence per module and evaluation apart, both in the block', () => {
    const { blocks, total } = compute({
      entries: [
        entry('s1'),
        entry('s2', { lateMinutes: 30 }),
        entry('s3', { state: 'absent' }),
        entry('s4', { kind: 'evaluation', moduleCode: null }),
      ],
    });
    expect(blocks[0]).toMatchObject({
      done: 600,
      modules: [{ moduleCode: 'B1-M1', done: 390 }],
      evaluation: { due: 210, done: 210 },
    });
    expect(total.done).toBe(600);
  });

  it('what was recorded on a slot that was then moved or cancelled still counts', () => {
    const { blocks, rate } = compute({
      expectedSlots: slots('s1'),
      entries: [entry('s1'), entry(null), entry('cancelled')],
    });
    expect(blocks[0]?.done).toBe(630);
    expect(rate).toBe(1);
  });

  it('a module that the version no longer has counts in its block and in the total', () => {
    const { blocks, total } = compute({ entries: [entry('s1', { moduleCode: 'OLD' })] });
    expect(blocks[0]?.modules[0]?.done).toBe(0);
    expect([blocks[0]?.done, total.done]).toEqual([210, 210]);
  });
});

describe('DOMAIN 8.1 a: the rate is on expected slots, not on existing rows', () => {
  it('no expected slot, no rate: never 100 %', () => {
    expect(compute({ entries: [entry('s1')] }).rate).toBeNull();
  });

  it('an expected slot without a row pulls the rate down', () => {
    expect(compute({ expectedSlots: slots('s1', 's2'), entries: [entry('s1')] }).rate).toBe(0.5);
  });

  it('minutes late count', () => {
    const { attendedMinutes, expectedMinutes } = compute({
      expectedSlots: slots('s1', 's2'),
      entries: [entry('s1', { lateMinutes: 10 }), entry('s2', { state: 'absent' })],
    });
    expect([attendedMinutes, expectedMinutes]).toEqual([200, 420]);
  });

  it('a slot shortened after it was recorded never gives more than 100 %', () => {
    const { rate, total } = compute({
      expectedSlots: [{ id: 's1', minutes: 120 }],
      entries: [entry('s1')],
    });
    expect([rate, total.done]).toEqual([1, 210]);
  });
});

describe('properties of every computation', () => {
  const programme = listProgramme(cqpAm40913LeMans);
  const entries = fc.uniqueArray(
    fc.record({
      slot: fc.integer({ min: 0, max: 60 }),
      item: fc.constantFrom(...programme),
      state: fc.constantFrom('present' as const, 'absent' as const),
      lateMinutes: fc.integer({ min: 0, max: 120 }),
      leftEarlyMinutes: fc.integer({ min: 0, max: 80 }),
    }),
    { selector: ({ slot }) => slot },
  );
  const toEntry = ({
    slot,
    item,
    ...rest
  }: typeof entries extends fc.Arbitrary<(infer E)[]> ? E : never) =>
    entry(`s${slot}`, {
      kind: item.kind,
      blockCode: item.blockCode,
      moduleCode: item.moduleCode,
      ...rest,
    });

  it('the parts add up to the total, to the minute, in any order of entry', () => {
    fc.assert(
      fc.property(entries, (made) => {
        const recorded = made.map(toEntry);
        const hours = compute({ entries: recorded });
        const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        expect(hours.total.done).toBe(sumOf(recorded.map(minutesDone)));
        expect(hours.total.done).toBe(sumOf(hours.blocks.map(({ done }) => done)));
        for (const block of hours.blocks) {
          expect(block.done).toBe(
            sumOf(block.modules.map(({ done }) => done)) + block.evaluation.done,
          );
          expect(block.due).toBe(sumOf(block.modules.map(({ due }) => due)) + block.evaluation.due);
        }
        expect(compute({ entries: recorded.toReversed() })).toEqual(hours);
      }),
    );
  });

  it('the rate is between 0 and 1', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 60 }), (made, count) => {
        const expected = slots(...Array.from({ length: count }, (_, index) => `s${index}`));
        const { rate } = compute({ entries: made.map(toEntry), expectedSlots: expected });
        expect(rate !== null && rate >= 0 && rate <= 1).toBe(true);
      }),
    );
  });
});
