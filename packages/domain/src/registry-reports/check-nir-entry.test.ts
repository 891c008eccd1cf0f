import { describe, expect, it } from '@jest/globals';
import { checkNirEntry } from './check-nir-entry.ts';

describe('a social security number is kept while it is of use (DOMAIN 11)', () => {
  it('when the certifier asks for it and nothing is accepted yet', () => {
    expect(checkNirEntry({ isAskedFor: true, isAccepted: false })).toEqual([]);
  });

  it('neither when nobody asks for it, nor once the person is accepted', () => {
    for (const isAccepted of [false, true])
      expect(checkNirEntry({ isAskedFor: false, isAccepted })).toMatchObject([
        { rule: 'registry.nir-asked-for', path: '', source: 'DOMAIN 11' },
      ]);
    expect(checkNirEntry({ isAskedFor: true, isAccepted: true })).toMatchObject([
      { rule: 'registry.nir-still-useful', path: '', source: 'DOMAIN 11' },
    ]);
  });
});
