import { describe, expect, it } from '@jest/globals';
import { dispensationStates } from '../vocabulary.ts';
import { checkDispensationRemoval } from './check-removal.ts';

describe('deleting a dispensation (DOMAIN 5.2)', () => {
  it('a draft goes; from its filing on, a request stays', () => {
    const removable = dispensationStates.filter(
      (state) => checkDispensationRemoval(state).length === 0,
    );
    expect(removable).toEqual(['draft']);
    expect(checkDispensationRemoval('filed')).toMatchObject([
      { rule: 'dispensation.draft-removed' },
    ]);
  });
});
