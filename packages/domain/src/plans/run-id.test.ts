import { describe, expect, it } from '@jest/globals';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { cohortOfRun, firstGroupOf, readRunId, runIdOf } from './run-id.ts';

describe('the id of a run', () => {
  it('says its cohort, its item and its group, for every item of a programme', () => {
    for (const { kind, blockCode, moduleCode, ...item } of listProgramme(cqpAm40913LeMans)) {
      const id = runIdOf('c', { ...item, blockCode, moduleCode }, 2);
      expect(readRunId(id)).toEqual({ cohortId: 'c', kind, blockCode, moduleCode, group: 2 });
      expect(cohortOfRun(id)).toBe('c');
      expect(firstGroupOf(id)).toBe(runIdOf('c', { ...item, blockCode, moduleCode }, 1));
    }
  });

  it.each(['', 'c', 'c/B1/M1', 'c/B1/M1/1/2'])('« %s » is none', (id) => {
    expect(() => readRunId(id)).toThrow(RangeError);
  });
});
