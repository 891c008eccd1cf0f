import { describe, expect, it } from '@jest/globals';
import { tellBoard } from './tell-board.ts';

const tell = (more: Partial<Parameters<typeof tellBoard>[0]> = {}) =>
  tellBoard({
    cohortName: 'Été 2026',
    outcome: 'certificate',
    learners: 8,
    candidates: 8,
    ready: 3,
    issued: 0,
    juryOn: '2026-12-21',
    ...more,
  });

describe('the title of the board says the state of the cohort', () => {
  it('before the jury: who is ready among those it is for', () => {
    expect(tell()).toBe('Été 2026 : 3 prêts sur 8 pour le jury du 21 décembre 2026');
    expect(tell({ ready: 1, candidates: 2 })).toContain(': 1 prêt sur 2 pour le jury');
    expect(tell({ ready: 0 })).toBe(
      'Été 2026 : personne n’est prêt pour le jury du 21 décembre 2026',
    );
    expect(tell({ juryOn: null })).toBe('Été 2026 : 3 prêts sur 8, aucun jury n’est prévu');
  });

  it('after it: certificates to issue, then all issued', () => {
    expect(tell({ candidates: 0, issued: 6 })).toBe(
      'Été 2026 : tous les blocs sont acquis, 2 certificats à délivrer',
    );
    expect(tell({ candidates: 0, issued: 8 })).toContain('tous les certificats sont délivrés');
  });

  it('a course without jury counts its attestations', () => {
    expect(tell({ outcome: 'attestation', issued: 1, juryOn: null })).toBe(
      'Été 2026 : 1 attestation délivrée sur 8',
    );
  });

  it('nobody enrolled', () => {
    expect(tell({ learners: 0, candidates: 0 })).toBe('Été 2026 : personne n’est encore inscrit');
  });
});
