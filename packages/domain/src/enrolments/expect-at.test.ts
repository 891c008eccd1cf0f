import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { expectAt, type Follower, type RunHalfDay } from './expect-at.ts';

const halfDay = (date: string, startsAt = 540): RunHalfDay => ({
  runId: 'B2-M2',
  kind: 'training',
  blockCode: 'B2',
  moduleCode: 'B2-M2',
  date,
  startsAt,
  minutes: 210,
});
const run = ['2026-11-02', '2026-11-03', '2026-11-09', '2026-11-10'].map((date) => halfDay(date));
const lina: Follower = {
  state: 'active',
  startsOn: '2026-10-05',
  endsOn: null,
  runIds: new Set(['B2-M1', 'B2-M2']),
  waived: null,
  tutorings: [
    { tutorId: 'Mme Roy', from: '2026-09-01', to: '2026-11-05' },
    { tutorId: 'M. Petit', from: '2026-11-06', to: null },
  ],
};
const waive = (hours: number) =>
  minutesWaived(cqpAm2022Afbb, [
    { state: 'granted', blockCode: 'B2', moduleCode: 'B2-M2', grantedMinutes: hours * 60 },
  ]);
const daysOf = (changes: Partial<Follower>) =>
  run
    .filter((one) =>
      expectAt(
        one,
        { ...lina, ...changes },
        run.filter((other) => other !== one),
      ),
    )
    .map(({ date }) => date);

describe('DOMAIN 12, W3: who is expected at a half-day', () => {
  it('who follows its run, and nobody else', () => {
    expect(daysOf({})).toHaveLength(4);
    expect(daysOf({ runIds: new Set(['B2-M1']) })).toEqual([]);
  });

  it('within their own dates, both days included', () => {
    expect(daysOf({ startsOn: '2026-11-03', endsOn: '2026-11-09' })).toEqual([
      '2026-11-03',
      '2026-11-09',
    ]);
  });

  it('who has withdrawn: until their last day, nowhere when it is not known', () => {
    expect(daysOf({ state: 'withdrawn', endsOn: '2026-11-02' })).toEqual(['2026-11-02']);
    expect(daysOf({ state: 'withdrawn' })).toEqual([]);
  });
});

describe('DOMAIN 5.2 and 14: a dispensation takes half-days off', () => {
  it('all those of a module waived whole, also one that has moved or is gone', () => {
    expect(daysOf({ waived: waive(14) })).toEqual([]);
    expect(expectAt(halfDay('2026-12-01'), { ...lina, waived: waive(14) }, run)).toBeNull();
  });

  it('the last ones of a module waived in part', () => {
    expect(daysOf({ waived: waive(7) })).toEqual(['2026-11-02', '2026-11-03']);
  });

  it('a half-day held later than the others is the one taken off, one held earlier is followed', () => {
    const [first, ...others] = run;
    if (!first) throw new Error('A run has half-days');
    const waived = waive(3.5);
    expect(expectAt({ ...first, date: '2026-12-01' }, { ...lina, waived }, others)).toBeNull();
    expect(expectAt(first, { ...lina, waived }, others)).not.toBeNull();
  });
});

describe('DOMAIN 12: which tutor misses the learner that day', () => {
  const tutorsOn = (date: string) => expectAt(halfDay(date), lina, [])?.tutorIds;

  it('the one whose employment runs, both days included', () => {
    expect(tutorsOn('2026-11-05')).toEqual(['Mme Roy']);
    expect(tutorsOn('2026-11-06')).toEqual(['M. Petit']);
  });

  it('nobody misses who is not expected, nobody else is missed on a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.boolean(), (day, isWaived) => {
        const date = `2026-11-${String(day).padStart(2, '0')}`;
        const found = expectAt(halfDay(date), { ...lina, waived: isWaived ? waive(14) : null }, []);
        expect(found === null).toBe(isWaived);
        if (found) expect(found.tutorIds).toEqual([day <= 5 ? 'Mme Roy' : 'M. Petit']);
      }),
    );
  });
});
