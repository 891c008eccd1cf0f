import { describe, expect, it } from '@jest/globals';
import { detectConflicts } from './detect-conflicts.ts';

const karim = { id: 'm1', name: 'Karim Tazi', personId: 'p1', email: 'karim@tazi.example' };
const nobody = { personId: null, email: null };

describe('ties that forbid a member to judge a candidate (DOMAIN 4.6, W34)', () => {
  it.each(['trainer', 'tutor', 'employer'] as const)('finds a %s by the person', (kind) => {
    const ties = [{ kind, name: 'K. Tazi', personId: 'p1', email: null }];
    expect(detectConflicts(karim, [{ candidateId: 'c1', ties }])).toMatchObject([
      { memberId: 'm1', candidateId: 'c1', kind, certainty: 'certain', origin: 'data' },
    ]);
  });

  it('finds one by the mail address, whatever its case', () => {
    const ties = [
      { kind: 'employer' as const, name: 'X', personId: null, email: 'Karim@Tazi.example' },
    ];
    const [conflict] = detectConflicts(karim, [{ candidateId: 'c1', ties }]);
    expect(conflict?.facts).toBe('Karim Tazi est son employeur.');
  });

  it('a name that agrees is only likely: someone must look', () => {
    const ties = [{ kind: 'tutor' as const, name: 'Dr TAZI Karim', ...nobody }];
    expect(detectConflicts(karim, [{ candidateId: 'c1', ties }])).toMatchObject([
      { certainty: 'likely', facts: 'Karim Tazi est son tuteur. Même nom : à vérifier.' },
    ]);
  });

  it('two people without id or address are not the same person', () => {
    const stranger = { id: 'm2', name: 'Jeanne Lenoir', ...nobody };
    const ties = [{ kind: 'trainer' as const, name: 'Sandrine Petit', ...nobody }];
    expect(detectConflicts(stranger, [{ candidateId: 'c1', ties }])).toEqual([]);
  });

  it('keeps those declared, for the right member and candidate only', () => {
    const declared = [
      { memberId: 'm1', candidateId: 'c2', kind: 'family' as const, note: 'cousine' },
      { memberId: 'm9', candidateId: 'c1', kind: 'family' as const, note: '' },
    ];
    const candidates = ['c1', 'c2'].map((candidateId) => ({ candidateId, ties: [] }));
    expect(detectConflicts(karim, candidates, declared)).toMatchObject([
      {
        candidateId: 'c2',
        origin: 'declared',
        facts: 'Karim Tazi est de sa famille : lien déclaré (cousine).',
      },
    ]);
  });

  it('counts one tie of a kind once, the surest', () => {
    const ties = [
      { kind: 'tutor' as const, name: 'Karim Tazi', ...nobody },
      { kind: 'tutor' as const, name: 'Karim Tazi', personId: 'p1', email: null },
    ];
    const conflicts = detectConflicts(karim, [{ candidateId: 'c1', ties }]);
    expect(conflicts.map(({ certainty }) => certainty)).toEqual(['certain']);
  });
});
