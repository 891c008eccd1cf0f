import { describe, expect, it } from '@jest/globals';
import { netTurns } from './net-turns.ts';

const turn = (moduleRunId: string, isJoined: boolean, enrolmentId = 'léa') => ({
  enrolmentId,
  moduleRunId,
  isJoined,
});

describe('what several changes of a path come to', () => {
  it('one that left is there no more, one that joined was not there before', () => {
    expect(netTurns([turn('groupe 1', false), turn('groupe 2', true)])).toEqual([
      { enrolmentId: 'léa', moduleRunId: 'groupe 1', was: true, is: false },
      { enrolmentId: 'léa', moduleRunId: 'groupe 2', was: false, is: true },
    ]);
  });

  it('there and back is nothing, and there again is one change', () => {
    expect(netTurns([turn('groupe 1', false), turn('groupe 1', true)])).toEqual([]);
    expect(
      netTurns([turn('groupe 1', false), turn('groupe 1', true), turn('groupe 1', false)]),
    ).toHaveLength(1);
  });

  it('each learner has a path of their own', () => {
    expect(netTurns([turn('groupe 1', false), turn('groupe 1', true, 'tom')])).toHaveLength(2);
  });
});
