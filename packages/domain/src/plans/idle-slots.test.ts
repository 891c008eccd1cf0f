import { describe, expect, it } from '@jest/globals';
import type { StandingSlot } from './compare-plans.ts';
import { listIdleSlots } from './idle-slots.ts';
import { plan, planRun } from './test-plan.ts';

const [first] = plan;
if (!first) throw new Error('the plan has half-days');
const stand = (runId: string): StandingSlot => ({ ...first, runId, id: runId, isRemote: false });
const idle = (runIds: readonly string[], standing: string, followers: number) =>
  listIdleSlots({ runs: runIds.map((id) => planRun(id)) }, [stand(standing)], () => followers).map(
    ({ message }) => message,
  );

describe('a cohort that has become smaller (W1)', () => {
  it('no longer needs its second group: with nobody, or with those who join the first', () => {
    expect(idle(['c/B4/M9/1'], 'c/B4/M9/2', 0)).toEqual([
      expect.stringMatching(/^Plus personne ne suit/),
    ]);
    expect(idle(['c/B4/M9/1'], 'c/B4/M9/2', 5)).toEqual([
      expect.stringMatching(/^Les apprenants de la cohorte tiennent en un groupe de moins/),
    ]);
    expect(idle(['c/B4/M9/1', 'c/B4/M9/2'], 'c/B4/M9/2', 0)).toEqual([]);
  });

  it('one half-day more of a module that is over stays as somebody put it', () => {
    expect(idle(['c/B1/M1/1'], 'c/B4/M9/1', 8)).toEqual([]);
    expect(idle(['c/B1/M1/1'], 'c/B4/M9/1', 0)).toHaveLength(1);
  });
});
