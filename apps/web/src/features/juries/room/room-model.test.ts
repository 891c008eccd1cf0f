import { describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  type Decision,
  draftOf,
  indexDecisions,
  isComplete,
  type RoomBlock,
  resultOf,
} from './room-model.ts';

const block = (blockCode: string, more: Partial<RoomBlock> = {}): RoomBlock => ({
  blockCode,
  status: 'presented',
  heldOn: null,
  carriedFrom: null,
  acquiredAt: null,
  equivalence: null,
  proposal: { outcome: 'acquired', reasons: [] },
  outdatedDecisionId: null,
  unseatedDecision: null,
  ...more,
});
const candidate: Candidate = {
  enrolmentId: 'e1',
  name: 'Bonnet Maxime',
  kind: 'resit',
  cohortName: 'Automne',
  facts: [],
  blocks: [block('B1', { status: 'held', proposal: null }), block('B2')],
  recusals: [],
  isClosedToMe: false,
};
const decided = (decision: Decision['decision']): Decision => ({
  id: 'd1',
  enrolmentId: 'e1',
  blockCode: 'B2',
  decision,
  motive: null,
  recommendation: null,
  vote: null,
  origin: 'member',
  decidedByName: 'Dupuis Marc',
  decidedAt: '2026-11-23T09:00:00Z',
});

describe('a candidate’s result in the room', () => {
  it('waits for every presented block', () => {
    expect(resultOf(candidate, indexDecisions([]))).toBeNull();
  });

  it('counts the blocks already held (S1:L176)', () => {
    expect(resultOf(candidate, indexDecisions([decided('acquired')]))).toBe('total');
    expect(resultOf(candidate, indexDecisions([decided('not_acquired')]))).toBe('partial');
  });
});

describe('a decision in the room', () => {
  it('is never pre-filled', () => {
    expect(draftOf(undefined)).toEqual({
      decision: null,
      motive: '',
      recommendation: '',
      vote: null,
    });
  });

  it('waits for a motive when it differs from the proposal (DOMAIN 4.6)', () => {
    const against = {
      decision: 'not_acquired' as const,
      motive: '',
      recommendation: '',
      vote: null,
    };
    expect(isComplete(block('B2'), against)).toBe(false);
    expect(isComplete(block('B2'), { ...against, motive: 'Épreuve contestée.' })).toBe(true);
    expect(isComplete(block('B2'), { ...against, decision: 'acquired' })).toBe(true);
  });
});
