import { describe, expect, it } from '@jest/globals';
import { gatherEvidence, tellLackingEvidence } from './evidence-items.ts';

const items = [
  { label: 'copie du titre', gatheredOn: null },
  { label: 'bulletins de paye', gatheredOn: '2026-11-02' },
];
const gather = (change: Partial<Parameters<typeof gatherEvidence>[0]> = {}) =>
  gatherEvidence({
    state: 'draft',
    items,
    label: 'copie du titre',
    isGathered: true,
    today: '2026-11-23',
    ...change,
  });

describe('the papers of a request are ticked by a person (S0:L202)', () => {
  it('tells those that are still lacking', () => {
    expect(tellLackingEvidence(items)).toBe('Une pièce reste à réunir : copie du titre.');
    expect(tellLackingEvidence(items.map((item) => ({ ...item, gatheredOn: null })))).toBe(
      '2 pièces restent à réunir : copie du titre et bulletins de paye.',
    );
    expect(tellLackingEvidence(gather().items)).toBeNull();
    expect(tellLackingEvidence([])).toBeNull();
  });

  it('a tick has its day, keeps it when given again, and can be taken back', () => {
    expect(gather().items[0]).toEqual({ label: 'copie du titre', gatheredOn: '2026-11-23' });
    expect(gather({ label: 'bulletins de paye' }).items[1]?.gatheredOn).toBe('2026-11-02');
    const back = gather({ label: 'bulletins de paye', isGathered: false });
    expect(back.items[1]?.gatheredOn).toBeNull();
  });

  it.each(['granted', 'partial', 'refused', 'withdrawn'] as const)(
    'a request %s keeps its papers as they were',
    (state) => {
      expect(gather({ state })).toMatchObject({
        items,
        findings: [{ rule: 'dispensation.evidence-while-open', path: '' }],
      });
    },
  );

  it('a paper that is not on the list is refused', () => {
    expect(gather({ label: 'autre' }).findings).toMatchObject([
      { rule: 'dispensation.evidence-known', path: '/label' },
    ]);
  });
});
