import { describe, expect, it } from '@jest/globals';
import type { EntryOutcome } from './check-entry.ts';
import { checkEntryMotive } from './check-entry-motive.ts';

const entry = (outcome: EntryOutcome) => ({
  outcome,
  reasons: [
    { rule: 'entry.level', met: outcome === 'eligible', facts: 'Niveau 3.', source: 'S1:L55' },
  ],
});
const ask = 'Dites pourquoi.';

describe('DOMAIN 5.1: someone who does not meet the entry conditions is enrolled with a motive', () => {
  it('asked for with the condition that is not met and its source', () => {
    for (const motive of [null, '', '  '])
      expect(checkEntryMotive(entry('not_eligible'), motive, ask)).toMatchObject([
        {
          rule: 'enrolment.entry-motive',
          path: '/entryMotive',
          message: 'Niveau 3. Dites pourquoi.',
          source: 'S1:L55',
        },
      ]);
  });

  it('and let through with it, or without when there is nothing to explain', () => {
    expect(checkEntryMotive(entry('not_eligible'), 'Dérogation de la branche', ask)).toEqual([]);
    expect(checkEntryMotive(entry('eligible'), null, ask)).toEqual([]);
  });
});
