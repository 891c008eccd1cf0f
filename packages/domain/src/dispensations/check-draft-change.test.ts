import { describe, expect, it } from '@jest/globals';
import { dispensationStates } from '../vocabulary.ts';
import { checkDraftChange } from './check-draft-change.ts';

describe('changing a dispensation (DOMAIN 5.2, S0:L202)', () => {
  it('a draft changes; from its filing on, a request is what the branch answers', () => {
    const open = dispensationStates.filter((state) => checkDraftChange(state).length === 0);
    expect(open).toEqual(['draft']);
    expect(checkDraftChange('filed')).toMatchObject([
      { rule: 'dispensation.draft-changed', path: '', source: 'DOMAIN 5.2, S0:L202' },
    ]);
  });
});
