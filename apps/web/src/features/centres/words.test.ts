import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suggestSlug } from './words.ts';

describe('the short name suggested for a centre', () => {
  it('has neither accents nor spaces', () => {
    expect(suggestSlug('Keyce Santé, Montpellier')).toBe('keyce-sante-montpellier');
    expect(suggestSlug('3 Rivières')).toBe('rivieres');
  });

  it('is what the API accepts, or too short to be sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const slug = suggestSlug(name);
        return slug.length < 2 || /^[a-z][a-z0-9-]{1,40}$/.test(slug);
      }),
    );
  });
});
