import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import { listProgramme, type ProgrammeKey } from '../frameworks/list-programme.ts';
import { sumHours } from '../frameworks/sum-hours.ts';
import {
  computeHours,
  type HoursInput,
  type ItemMinutes,
  type PathHalfDay,
} from './compute-hours.ts';

const b1m1: ProgrammeKey = { kind: 'training', blockCode: 'B1', moduleCode: 'B1-M1' };
const item = (minutes: Partial<ItemMinutes>, key: ProgrammeKey = b1m1): ItemMinutes => ({
  ...key,
  expected: 0,
  attended: 0,
  awaiting: 0,
  absent: 0,
  done: 0,
  unsigned: 0,
  ...minutes,
});
const compute = (change: Partial<HoursInput>) =>
  computeHours({
    framework: cqpAm40913LeMans,
    route: 'continuing_training',
    dispensations: [],
    items: [],
    halfDays: [],
    ...change,
  });

describe('a VAE has neither sessions nor attendance (DOMAIN 4.7)', () => {
  it('no hour is due nor missing, and there is no rate', () => {
    const { total, rate, blocks } = computeHours({
      framework: cqpAm40913LeMans,
      route: 'vae',
      dispensations: [],
      items: [],
      halfDays: [],
    });
    expect([total.due, total.missing, rate]).toEqual([0, 0, null]);
    expect(blocks.map(({ due }) => due)).toEqual([0, 0, 0, 0]);
  });
});

describe('DOMAIN 13: hours due = Σ module hours − granted dispensations', () => {
  it.each(frameworkLibrary.map((framework) => [framework.code, framework] as const))(
    '%s: all of its training and evaluation is due at first',
    (_code, framework) => {
      const { total } = compute({ framework });
      const due = sumHours(framework).totalMinutes;
      expect(total).toEqual({ due, done: 0, missing: due, waived: 0, unsigned: 0 });
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
      evaluation: { due: 210, done: 0 },
    });
    expect(blocks[2]?.modules.every(({ due }) => due === 0)).toBe(true);
    expect(total.due).toBe((279 - 35) * 60);
  });

  it('a part of a block is taken off its last module (Jalon’s choice)', () => {
    const { blocks } = compute({
      dispensations: [{ state: 'partial', blockCode: 'B4', moduleCode: null, grantedMinutes: 600 }],
    });
    expect(blocks[3]?.modules.map(({ due }) => due)).toEqual([14 * 60, 56 * 60 - 600]);
  });
});

describe('DOMAIN 13: hours done = Σ signed slot hours, evaluation included (Q14)', () => {
  it('counts presence per module and evaluation apart, both in the block', () => {
    const { blocks, total } = compute({
      items: [
        item({ done: 390 }),
        item({ done: 210 }, { kind: 'evaluation', blockCode: 'B1', moduleCode: null }),
      ],
    });
    expect(blocks[0]).toMatchObject({
      done: 600,
      modules: [{ moduleCode: 'B1-M1', done: 390 }],
      evaluation: { due: 210, done: 210 },
    });
    expect(total.done).toBe(600);
  });

  it('what is recorded and not signed is told apart, and done by nobody', () => {
    const { blocks, total } = compute({ items: [item({ done: 210, unsigned: 210 })] });
    expect(total).toMatchObject({ done: 210, unsigned: 210, missing: 279 * 60 - 210 });
    expect(blocks[0]).toMatchObject({ done: 210, unsigned: 210 });
    expect(blocks[0]?.modules[0]).toMatchObject({ done: 210, unsigned: 210 });
  });

  it('a module that the version no longer has counts in its block and total, and fills no module', () => {
    const { blocks, total } = compute({
      items: [item({ done: 210 }, { ...b1m1, moduleCode: 'OLD' })],
    });
    expect(blocks[0]?.modules[0]?.done).toBe(0);
    expect([blocks[0]?.done, total.done, total.missing]).toEqual([210, 210, 279 * 60]);
  });
});

describe('DOMAIN 8.1 a: the rate is on expected slots, not on existing rows', () => {
  it('no expected slot, no rate: never 100 %', () => {
    expect(compute({ items: [item({ done: 210 })] }).rate).toBeNull();
  });

  it('a half-day expected without a record, or not signed, is not attended', () => {
    const items = [item({ expected: 630, attended: 210, awaiting: 210, done: 210, unsigned: 210 })];
    const { rate, awaitingMinutes } = compute({ items });
    expect([rate, awaitingMinutes]).toEqual([1 / 3, 210]);
  });

  it('an absence is what was recorded as one: a blank sheet makes none', () => {
    const items = [item({ expected: 630, attended: 180, absent: 30 })];
    expect(compute({ items }).absentMinutes).toBe(30);
    expect(compute({ items: [item({ expected: 630 })] }).absentMinutes).toBe(0);
  });
});

describe('DOMAIN 5.2: what a dispensation takes off the calendar is not expected', () => {
  const halfDay = (date: string, isCounted = true): PathHalfDay => ({
    ...b1m1,
    date,
    startsAt: 540,
    minutes: 210,
    isCounted,
    attended: 210,
    awaiting: 0,
    absent: 0,
  });

  it('the last half-days of a module waived in part, whatever was attended there', () => {
    const { expectedMinutes, attendedMinutes, total } = compute({
      dispensations: [
        { state: 'partial', blockCode: 'B1', moduleCode: 'B1-M1', grantedMinutes: 210 },
      ],
      items: [item({ expected: 630, attended: 630, done: 630 })],
      halfDays: [halfDay('2026-10-07'), halfDay('2026-10-05'), halfDay('2026-10-06')],
    });
    expect([expectedMinutes, attendedMinutes]).toEqual([420, 420]);
    expect(total.done).toBe(630);
  });

  it('half-days to come are not in the rate yet', () => {
    const { expectedMinutes } = compute({
      dispensations: [
        { state: 'partial', blockCode: 'B1', moduleCode: 'B1-M1', grantedMinutes: 210 },
      ],
      items: [item({ expected: 210 })],
      halfDays: [halfDay('2026-10-05'), halfDay('2026-12-06', false)],
    });
    expect(expectedMinutes).toBe(210);
  });
});

describe('properties of every computation', () => {
  const programme = listProgramme(cqpAm40913LeMans);
  const items = fc.array(
    fc.record({
      key: fc.constantFrom(...programme),
      expected: fc.nat({ max: 2000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      done: fc.nat({ max: 9000 }),
      unsigned: fc.nat({ max: 900 }),
    }),
  );
  const toItems = (made: typeof items extends fc.Arbitrary<infer T> ? T : never) =>
    made.map(({ key, expected, share, done, unsigned }) =>
      item({ expected, attended: Math.floor(expected * share), done, unsigned }, key),
    );
  const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

  it('the parts add up to the total, to the minute, in any order', () => {
    fc.assert(
      fc.property(items, (made) => {
        const recorded = toItems(made);
        const hours = compute({ items: recorded });
        expect(hours.total.done).toBe(sumOf(recorded.map(({ done }) => done)));
        for (const name of ['due', 'done', 'missing', 'waived', 'unsigned'] as const) {
          expect(hours.total[name]).toBe(sumOf(hours.blocks.map((block) => block[name])));
          for (const block of hours.blocks)
            expect(block[name]).toBe(
              sumOf(block.modules.map((module) => module[name])) + block.evaluation[name],
            );
        }
        expect(compute({ items: recorded.toReversed() })).toEqual(hours);
      }),
    );
  });

  it('hours never compensate: what is missing is Σ (due − min(done, due)) over the modules', () => {
    fc.assert(
      fc.property(items, (made) => {
        const recorded = toItems(made);
        const { total } = compute({ items: recorded });
        const missing = programme.map((one) => {
          const done = recorded.filter(
            ({ kind, blockCode, moduleCode }) =>
              kind === one.kind && blockCode === one.blockCode && moduleCode === one.moduleCode,
          );
          return one.minutes - Math.min(one.minutes, sumOf(done.map((row) => row.done)));
        });
        expect(total.missing).toBe(sumOf(missing));
        expect(total.missing).toBeGreaterThanOrEqual(total.due - total.done);
      }),
    );
  });

  it('the rate is between 0 and 1', () => {
    fc.assert(
      fc.property(items, (made) => {
        const { rate } = compute({ items: toItems(made) });
        expect(rate === null || (rate >= 0 && rate <= 1)).toBe(true);
      }),
    );
  });
});
