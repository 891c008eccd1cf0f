import { describe, expect, it } from '@jest/globals';
import type { PersonalEquivalence } from '../equivalences/equivalence.ts';
import { type DecidedBlock, listOpenResits, tellResit } from './list-open-resits.ts';

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
  retentionMonths: null,
  seatedUnder: [],
  certifiedUnder: [],
  ...more,
});
const version = (id: string, certification: string, copiedFromId: string | null) => ({
  id,
  title: id,
  copiedFromId,
  certification,
  blockNames: { B1: 'Parcours', B4: `Assistance ${id}` },
});
const versions = [
  version('v1', 'RNCP40913', null),
  version('v1 bis', 'RNCP40913', 'v1'),
  version('v2', 'RNCP36358', null),
];
const days = (...decisions: readonly DecidedBlock[]) =>
  open('2026-11-23', ...decisions).map(({ decidedOn }) => decidedOn);
const open = (today: string, ...decisions: readonly DecidedBlock[]) =>
  listOpenResits(decisions, versions, [], today);

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

  it('a block that the certifier recognised as it is presented no more (DOMAIN Q4)', () => {
    const former = { frameworkVersionId: 'v2', blockCode: 'B1' };
    const decisions = [
      decided('acquired', '2025-03-20', former),
      decided('not_acquired', '2026-05-18'),
    ];
    const approved: PersonalEquivalence = {
      personId: 'Noé',
      acquiredUnder: 'v2',
      acquiredBlockCode: 'B1',
      followed: 'v1',
      blockCode: 'B4',
      state: 'approved',
    };
    const count = (equivalence: PersonalEquivalence) =>
      listOpenResits(decisions, versions, [equivalence], '2026-11-23').length;
    expect(count(approved)).toBe(0);
    expect(count({ ...approved, state: 'refused' })).toBe(1);
    expect(count({ ...approved, personId: 'Lina' })).toBe(1);
    expect(count({ ...approved, blockCode: 'B1' })).toBe(1);
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

  it('acquired on a copy of that version, or before its next jury: nothing is left', () => {
    const refused = decided('not_acquired', '2026-05-18');
    const onCopy = { frameworkVersionId: 'v1 bis' };
    expect(days(refused, decided('acquired', '2026-11-20', onCopy))).toEqual([]);
    expect(days(refused, decided('not_acquired', '2026-11-20', onCopy))).toEqual(['2026-11-20']);
    expect(days({ ...refused, seatedUnder: ['v1 bis'] })).toEqual([]);
    expect(days({ ...refused, seatedUnder: ['v2'] })).toEqual(['2026-05-18']);
  });

  it('a learner who left that training is not asked back', () => {
    expect(days(decided('not_acquired', '2026-05-18', { enrolmentState: 'withdrawn' }))).toEqual(
      [],
    );
  });

  describe('where an acquired block is kept 24 months (DOMAIN 4.4)', () => {
    const kept = (decision: DecidedBlock['decision'], decidedOn: string, more = {}) =>
      decided(decision, decidedOn, { retentionMonths: 24, ...more });
    const acquired = kept('acquired', '2024-06-18');

    it('it comes back on the day when it is kept no longer', () => {
      expect(open('2026-06-17', acquired)).toEqual([]);
      const [resit] = open('2026-06-18', acquired);
      expect(resit).toMatchObject({ reason: 'lapsed', since: '2026-06-18' });
      expect(resit && tellResit(resit)).toBe(
        'Acquis au jury du 18 juin 2024, plus conservé depuis le 18 juin 2026',
      );
    });

    it('acquired again, it is held; refused again, it waits since that refusal', () => {
      expect(open('2026-11-23', acquired, kept('acquired', '2026-09-18'))).toEqual([]);
      const refused = kept('not_acquired', '2026-09-18');
      expect(open('2026-11-23', acquired, refused)).toMatchObject([
        { reason: 'not_acquired', since: '2026-09-18' },
      ]);
    });

    it('who left, or holds the title, has nothing to present', () => {
      expect(open('2026-11-23', { ...acquired, enrolmentState: 'withdrawn' })).toEqual([]);
      expect(open('2026-11-23', { ...acquired, certifiedUnder: ['v1 bis'] })).toEqual([]);
      expect(open('2026-11-23', { ...acquired, certifiedUnder: ['v2'] })).toHaveLength(1);
    });
  });
});
