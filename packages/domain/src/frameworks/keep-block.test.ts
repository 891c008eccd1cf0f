import { describe, expect, it } from '@jest/globals';
import { keepsBlock, type VersionOrigin } from './keep-block.ts';

const version = (id: string, more: Partial<VersionOrigin> = {}): VersionOrigin => ({
  id,
  title: id,
  copiedFromId: null,
  certification: 'RNCP40913',
  blockNames: { B1: 'Suivi du parcours', B2: 'Accueil' },
  ...more,
});
const renamed = { blockNames: { B1: 'Parcours de santé', B2: 'Accueil' } };
const keeps = (versions: VersionOrigin[], blockCode = 'B1') => {
  const [first, last] = [versions.at(0), versions.at(-1)];
  const between = { acquiredUnder: first?.id ?? '', followed: last?.id ?? '' };
  return keepsBlock(blockCode, between, versions);
};

describe('an acquired block is kept from one version to another (S1:L176, DOMAIN 4.4)', () => {
  it('on the version itself, known or not', () => {
    expect(keeps([version('v1')])).toBe(true);
    expect(keepsBlock('B1', { acquiredUnder: 'v9', followed: 'v9' }, [])).toBe(true);
  });

  it('on a copy, on a copy of the copy and on the version copied, whatever the block is called', () => {
    const copy = version('v2', { copiedFromId: 'v1', ...renamed });
    const second = version('v3', { copiedFromId: 'v2', ...renamed });
    expect(keeps([version('v1'), copy])).toBe(true);
    expect(keeps([version('v1'), copy, second])).toBe(true);
    expect(keeps([second, copy, version('v1')])).toBe(true);
  });

  it('between two copies of the same version', () => {
    const copy = version('v2', { copiedFromId: 'v1', ...renamed });
    const other = version('v3', { copiedFromId: 'v1' });
    expect(keeps([copy, version('v1'), other])).toBe(true);
  });

  it('between two versions of one RNCP sheet entered apart (384 h, 266 h): a block of the same name', () => {
    expect(keeps([version('v1'), version('v2')])).toBe(true);
    expect(keeps([version('v1'), version('v2', renamed)])).toBe(false);
    expect(keeps([version('v1'), version('v2', renamed)], 'B2')).toBe(true);
  });

  it('not on another RNCP, even copied: the certifier approves an equivalence (Q4)', () => {
    const next = version('v2', { copiedFromId: 'v1', certification: 'RNCP99999' });
    expect(keeps([version('v1'), next])).toBe(false);
  });

  it('not on a version that no longer has the block, nor for an attestation', () => {
    const three = version('v2', { copiedFromId: 'v1', blockNames: { B2: 'Accueil' } });
    expect(keeps([version('v1'), three])).toBe(false);
    const none = { certification: null };
    expect(keeps([version('v1', none), version('v2', { ...none, copiedFromId: 'v1' })])).toBe(
      false,
    );
  });
});
