import { describe, expect, it } from '@jest/globals';
import { type DecidedBlock, listOpenResits } from './list-open-resits.ts';

const decided = (
  decision: DecidedBlock['decision'],
  decidedOn: string,
  more: Partial<DecidedBlock> = {},
): DecidedBlock => ({
  personId: 'Noé',
  enrolmentState: 'active',
  frameworkVersionId: 'v1',
  blockCode: 'B4',
  decision,
  decidedOn,
  isSeatedElsewhere: false,
  ...more,
});
const days = (...decisions: readonly DecidedBlock[]) =>
  listOpenResits(decisions).map(({ decidedOn }) => decidedOn);

describe('the blocks that are to be presented again (S1:L176)', () => {
  it('a block refused or adjourned is, until a jury acquires it', () => {
    expect(days(decided('not_acquired', '2026-05-18'))).toEqual(['2026-05-18']);
    expect(days(decided('adjourned', '2026-05-18'))).toEqual(['2026-05-18']);
    expect(days(decided('not_acquired', '2026-05-18'), decided('acquired', '2026-11-20'))).toEqual(
      [],
    );
  });

  it('refused in one enrolment and acquired in a later one: nothing is left', () => {
    const first = decided('not_acquired', '2026-05-18', { enrolmentState: 'completed' });
    expect(days(first, decided('acquired', '2026-11-20'))).toEqual([]);
  });

  it('refused again in a later enrolment: once, by the last decision', () => {
    expect(
      days(decided('not_acquired', '2026-05-18'), decided('not_acquired', '2026-11-20')),
    ).toEqual(['2026-11-20']);
  });

  it('acquired once is acquired for ever, whatever comes later', () => {
    expect(days(decided('acquired', '2026-05-18'), decided('adjourned', '2026-11-20'))).toEqual([]);
  });

  it('other blocks, other persons and other framework versions stand on their own', () => {
    expect(
      days(
        decided('not_acquired', '2026-05-18'),
        decided('acquired', '2026-11-20', { blockCode: 'B1' }),
        decided('acquired', '2026-11-20', { personId: 'Lina' }),
        decided('acquired', '2026-11-20', { frameworkVersionId: 'v2' }),
      ),
    ).toEqual(['2026-05-18']);
  });

  it('a learner who left that training is not asked back', () => {
    expect(days(decided('not_acquired', '2026-05-18', { enrolmentState: 'withdrawn' }))).toEqual(
      [],
    );
  });
});
