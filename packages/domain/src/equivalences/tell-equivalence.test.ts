import { describe, expect, it } from '@jest/globals';
import { tellKeptSince } from '../certificates/held-blocks.ts';

describe('a block acquired by the certifier’s approval (DOMAIN Q4)', () => {
  const equivalence = { approvedOn: '2026-11-23', approvedBy: 'Claire Morvan' };

  it('says its jury, under which version, and who approved it when', () => {
    const since = { decidedOn: '2025-03-20', carriedFrom: 'CQP 2022', equivalence };
    expect(tellKeptSince(since)).toBe(
      '20 mars 2025, sous « CQP 2022 », par équivalence approuvée le 23 novembre 2026 par Claire Morvan',
    );
  });

  it('says nothing of an approval that it does not need', () => {
    const kept = { decidedOn: '2025-03-20', carriedFrom: 'CQP 2022', equivalence: null };
    expect(tellKeptSince(kept)).toBe('20 mars 2025, sous « CQP 2022 »');
    expect(tellKeptSince({ decidedOn: '2025-03-20' })).toBe('20 mars 2025');
  });
});
