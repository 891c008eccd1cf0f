import { describe, expect, it } from '@jest/globals';
import { decideImport } from './decide-import.ts';

const counts = (more: Partial<Parameters<typeof decideImport>[0]> = {}) => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  error: 0,
  ...more,
});

describe('What becomes of a file of learners', () => {
  it('all or nothing: one faulty line refuses the others too', () => {
    expect(decideImport(counts({ new: 40, error: 1 }), 'all_or_nothing')).toBe('refused');
    expect(decideImport(counts({ new: 40 }), 'all_or_nothing')).toBe('imported');
  });

  it('valid lines only: the faulty ones are left out', () => {
    expect(decideImport(counts({ changed: 1, error: 9 }), 'valid_rows')).toBe('imported');
    expect(decideImport(counts({ error: 9 }), 'valid_rows')).toBe('nothing_to_do');
  });

  it('the same file again is nothing to do, whatever the choice', () => {
    expect(decideImport(counts({ unchanged: 40 }), 'all_or_nothing')).toBe('nothing_to_do');
    expect(decideImport(counts({ unchanged: 40 }), 'valid_rows')).toBe('nothing_to_do');
  });
});
