import { describe, expect, it } from '@jest/globals';
import type { PersonalEquivalence } from '../equivalences/equivalence.ts';
import type { VersionOrigin } from '../frameworks/keep-block.ts';
import { listDocumentsToRevoke } from './list-documents-to-revoke.ts';

const version = (id: string, certification: string | null = 'RNCP 40913'): VersionOrigin => ({
  id,
  title: id,
  copiedFromId: null,
  certification,
  blockNames: { B1: 'Parcours', B2: 'Administratif' },
});
const versions = [version('v1'), version('v2'), version('other', 'RNCP 1')];
const takenBack = [{ personId: 'lina', blockCode: 'B1', acquiredUnder: 'v1' }];
const document = {
  personId: 'lina',
  followed: 'v1',
  blockCode: null,
  heldBlockCodes: ['B2'],
};
const list = (
  more: Partial<typeof document> | { blockCode: string },
  equivalences: readonly PersonalEquivalence[] = [],
) => listDocumentsToRevoke(takenBack, [{ ...document, ...more }], versions, equivalences).length;
const approved: PersonalEquivalence = {
  personId: 'lina',
  acquiredUnder: 'v1',
  acquiredBlockCode: 'B1',
  followed: 'other',
  blockCode: 'B2',
  state: 'approved',
};

describe('what was issued on a block that rectifying minutes took back (DOMAIN 4.6)', () => {
  it('the certificate, and the attestation of that block alone', () => {
    expect(list({})).toBe(1);
    expect(list({ blockCode: 'B1' })).toBe(1);
    expect(list({ blockCode: 'B2' })).toBe(0);
  });

  it('under another enrolment of the person that had kept the block too (S1:L176)', () => {
    expect(list({ followed: 'v2' })).toBe(1);
    expect(list({ followed: 'other' })).toBe(0);
    expect(list({ personId: 'karim' })).toBe(0);
  });

  it('under the block as which the certifier recognised it, for that person only (DOMAIN Q4)', () => {
    const there = { followed: 'other', heldBlockCodes: ['B1'] };
    expect(list(there, [approved])).toBe(1);
    expect(list({ ...there, blockCode: 'B2' }, [approved])).toBe(1);
    expect(list({ ...there, blockCode: 'B1' }, [approved])).toBe(0);
    expect(list({ ...there, heldBlockCodes: ['B2'] }, [approved])).toBe(0);
    expect(list(there, [{ ...approved, state: 'refused' }])).toBe(0);
    expect(list(there, [{ ...approved, personId: 'karim' }])).toBe(0);
  });

  it('not when the block is held again, or was acquired elsewhere', () => {
    expect(list({ heldBlockCodes: ['B1', 'B2'] })).toBe(0);
  });
});
