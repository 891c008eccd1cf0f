import { describe, expect, it } from '@jest/globals';
import { describeMatchKey } from './describe-match-key.ts';

describe('people recognised rather than doubled', () => {
  it('two spellings of one name share a key', () => {
    expect(describeMatchKey({ givenName: 'Éloïse', birthName: 'LE  GALL-Petit' })).toBe(
      describeMatchKey({ givenName: 'eloise', birthName: 'Le Gall Petit' }),
    );
  });

  it('the order of the names does not count: files often swap the two columns', () => {
    expect(describeMatchKey({ givenName: 'Martin', birthName: 'Bernard' })).toBe(
      describeMatchKey({ givenName: 'Bernard', birthName: 'Martin' }),
    );
  });
});
