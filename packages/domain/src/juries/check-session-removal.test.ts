import { describe, expect, it } from '@jest/globals';
import { checkSessionRemoval } from './check-session-removal.ts';

describe('a session of the jury is taken away', () => {
  it('as long as nothing is decided in it, opened or not', () => {
    expect(checkSessionRemoval({ state: 'prepared', decisions: 0 })).toEqual([]);
    expect(checkSessionRemoval({ state: 'open', decisions: 0 })).toEqual([]);
  });

  it('never with a decision written, nor closed (DOMAIN 4.6)', () => {
    expect(checkSessionRemoval({ state: 'open', decisions: 2 })).toMatchObject([
      {
        rule: 'jury.removal-undecided',
        message: expect.stringMatching(/^2 décisions y sont écrites/),
      },
    ]);
    expect(checkSessionRemoval({ state: 'closed', decisions: 0 })).toHaveLength(1);
  });
});
