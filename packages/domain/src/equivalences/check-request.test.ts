import { describe, expect, it } from '@jest/globals';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import type { Certification, Framework } from '../frameworks/framework.ts';
import type { VersionOrigin } from '../frameworks/keep-block.ts';
import { checkEquivalenceRequest, type EquivalenceRequest } from './check-request.ts';
import { type AcquiredBlock, type Equivalence, findApprovedBlock } from './equivalence.ts';

const former = { ...cqpAm2022Afbb, id: 'v2022' };
const present = { ...cqpAm40913LeMans, id: 'v40913' };
const originOf = (version: Framework & { id: string }): VersionOrigin => ({
  id: version.id,
  title: version.title,
  copiedFromId: null,
  certification: version.certification?.rncp ?? null,
  blockNames: Object.fromEntries(version.blocks.map(({ code, name }) => [code, name])),
});
const certified = (version: typeof former, more: Partial<Certification>) => {
  if (!version.certification) throw new Error('This version prepares a certification');
  return { ...version, certification: { ...version.certification, ...more } };
};
const acquired: AcquiredBlock = {
  acquiredUnder: 'v2022',
  blockCode: 'B1',
  decision: 'acquired',
  decidedOn: '2025-03-20',
  retentionMonths: null,
};
const asked: Equivalence = {
  acquiredUnder: 'v2022',
  acquiredBlockCode: 'B1',
  followed: 'v40913',
  blockCode: 'B1',
  state: 'requested',
};
const check = (more: Partial<EquivalenceRequest> = {}) => {
  const acquiredVersion = more.acquiredVersion ?? former;
  const followedVersion = more.followedVersion ?? present;
  const request: EquivalenceRequest = {
    acquired,
    acquiredVersion,
    followedVersion,
    blockCode: 'B1',
    motive: 'Mêmes compétences sous les deux fiches',
    heldBlockCodes: [],
    others: [],
    versions: [originOf(former), originOf(present)],
    today: '2026-09-01',
    ...more,
  };
  return checkEquivalenceRequest(request).map(({ rule, path }) => [rule, path]);
};
const refused = (rule: string, path: string) => [[`equivalence.${rule}`, path]];

describe('a block of an earlier version is put to the certifier (DOMAIN Q4)', () => {
  it('a block acquired on RNCP 36358, for the one of RNCP 40913 that a person says corresponds', () => {
    expect(check()).toEqual([]);
    expect(check({ blockCode: 'B2' })).toEqual([]);
  });

  it('equivalence.same-certification: not one of another name or certifier, nor an attestation', () => {
    const expected = refused('same-certification', '/acquiredBlockCode');
    expect(check({ acquiredVersion: certified(former, { name: 'CQP Secrétaire' }) })).toEqual(
      expected,
    );
    expect(check({ acquiredVersion: certified(former, { certifier: 'Autre' }) })).toEqual(expected);
    expect(check({ acquiredVersion: { ...former, certification: null } })).toEqual(expected);
  });

  it('equivalence.earlier-version: registered before; not after, nor on a day nobody knows', () => {
    const expected = refused('earlier-version', '/acquiredBlockCode');
    for (const registeredFrom of ['2025-06-25', '2026-01-01', null])
      expect(check({ acquiredVersion: certified(former, { registeredFrom }) })).toEqual(expected);
  });

  it('equivalence.acquired-before-jury: not refused, adjourned or never judged', () => {
    const expected = refused('acquired-before-jury', '/acquiredBlockCode');
    expect(check({ acquired: null })).toEqual(expected);
    for (const decision of ['not_acquired', 'adjourned'] as const)
      expect(check({ acquired: { ...acquired, decision } })).toEqual(expected);
  });

  it('equivalence.still-kept: until the last day that its own version keeps it (DOMAIN 4.4)', () => {
    const short = { ...acquired, retentionMonths: 12 };
    expect(check({ acquired: short, today: '2026-03-19' })).toEqual([]);
    expect(check({ acquired: short, today: '2026-03-20' })).toEqual(
      refused('still-kept', '/acquiredBlockCode'),
    );
  });

  it('equivalence.block-of-version: only a block of the version followed', () => {
    expect(check({ blockCode: 'B9' })).toEqual(refused('block-of-version', '/blockCode'));
  });

  it('equivalence.needed: not for the block that a version of the same sheet keeps by itself', () => {
    const sister = { ...former, id: 'v2024' };
    const versions = [originOf(former), originOf(sister)];
    const expected = refused('needed', '/blockCode');
    expect(check({ followedVersion: sister, versions })).toEqual(expected);
    const renamed = { ...originOf(sister), blockNames: { B1: 'Parcours' } };
    expect(check({ followedVersion: sister, versions: [originOf(former), renamed] })).toEqual([]);
  });

  it('equivalence.not-held: not for a block that the learner holds', () => {
    expect(check({ heldBlockCodes: ['B1'] })).toEqual(refused('not-held', '/blockCode'));
    expect(check({ heldBlockCodes: ['B2'] })).toEqual([]);
  });

  it('equivalence.asked-once: again after a refusal only, or under another version', () => {
    const expected = refused('asked-once', '/blockCode');
    expect(check({ others: [asked] })).toEqual(expected);
    expect(check({ others: [{ ...asked, state: 'approved' }] })).toEqual(expected);
    expect(check({ others: [{ ...asked, state: 'refused' }] })).toEqual([]);
    expect(check({ others: [{ ...asked, followed: 'v3' }] })).toEqual([]);
  });

  it('equivalence.one-for-one: one acquired block is presented for one block', () => {
    const others = [{ ...asked, blockCode: 'B2' }];
    expect(check({ others })).toEqual(refused('one-for-one', '/blockCode'));
  });

  it('equivalence.explained: with its motive, told beside the other refusals', () => {
    expect(check({ motive: '  ', acquired: null, blockCode: 'B9' })).toEqual([
      ...refused('acquired-before-jury', '/acquiredBlockCode'),
      ...refused('block-of-version', '/blockCode'),
      ...refused('explained', '/motive'),
    ]);
  });
});

describe('an acquired block counts under another version by the certifier’s approval alone', () => {
  it('nothing is held before the answer, nor after a refusal', () => {
    expect(findApprovedBlock(acquired, 'v40913', [])).toBeNull();
    expect(findApprovedBlock(acquired, 'v40913', [asked])).toBeNull();
    expect(findApprovedBlock(acquired, 'v40913', [{ ...asked, state: 'refused' }])).toBeNull();
  });

  it('once approved, as the block that was named and under that version only', () => {
    const approved: Equivalence = { ...asked, blockCode: 'B2', state: 'approved' };
    expect(findApprovedBlock(acquired, 'v40913', [approved])).toBe('B2');
    expect(findApprovedBlock(acquired, 'v3', [approved])).toBeNull();
    expect(findApprovedBlock({ ...acquired, blockCode: 'B3' }, 'v40913', [approved])).toBeNull();
    expect(
      findApprovedBlock({ ...acquired, acquiredUnder: 'v2024' }, 'v40913', [approved]),
    ).toBeNull();
  });
});
