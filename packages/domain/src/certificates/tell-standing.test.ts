import { describe, expect, it } from '@jest/globals';
import { tellStanding } from './tell-standing.ts';

type Input = Parameters<typeof tellStanding>[0];
type Cell = Input['cells'][number];

const cell = (blockCode: string, state: Cell['state'], label = '', fact = ''): Cell => ({
  blockCode,
  state,
  label,
  fact,
});
const ready = ['B1', 'B2', 'B3', 'B4'].map((code) => cell(code, 'ready'));
const tell = (more: Partial<Input> = {}) =>
  tellStanding({
    state: 'active',
    outcome: 'certificate',
    issuedOn: null,
    endsOn: null,
    certificate: { state: 'awaited', label: 'À venir', fact: '0 bloc sur 4' },
    cells: ready,
    hours: { due: 16740, done: 13260, missing: 3480, unsigned: 0 },
    nextJuryOn: '2026-12-18',
    ...more,
  });

describe('where a learner stands, after the name', () => {
  it('the certificate is issued', () => {
    expect(tell({ state: 'completed', issuedOn: '2026-11-22' })).toBe(
      'certificat délivré le 22 novembre 2026',
    );
    const fae = { outcome: 'attestation' as const, state: 'completed' as const };
    expect(tell({ ...fae, issuedOn: '2026-11-22' })).toBe(
      'attestation délivrée le 22 novembre 2026',
    );
  });

  it('left', () => {
    expect(tell({ state: 'withdrawn', endsOn: '2026-10-05' })).toBe('abandon le 5 octobre 2026');
  });

  it('all acquired: to issue, or what is still missing', () => {
    const toIssue = { state: 'ready' as const, label: 'À délivrer', fact: '4 blocs sur 4' };
    expect(tell({ certificate: toIssue })).toBe('certificat à délivrer');
    const missing = {
      state: 'missing' as const,
      label: 'Manque AFGSU',
      fact: 'expirée le 02/11/2026',
    };
    expect(tell({ certificate: missing })).toBe(
      'tous les blocs sont acquis, manque AFGSU (expirée le 02/11/2026)',
    );
  });

  it('one block misses something: which, and what', () => {
    const only = (...[state, label, fact]: [Input['cells'][number]['state'], string, string]) =>
      tell({ cells: [...ready.slice(0, 3), cell('B4', state, label, fact)] });
    const taught = 'expire le 02/12 · en cours, 24 h 30 sur 74 h 30';
    expect(only('missing', 'Manque AFGSU', taught)).toBe(
      'le bloc B4 est à compléter (manque AFGSU, expire le 02/12)',
    );
    expect(only('not_acquired', 'Non acquis', 'jury du 12/06/2026 · à représenter')).toBe(
      'le bloc B4 n’est pas acquis (jury du 12/06/2026)',
    );
    expect(only('not_acquired_proposed', 'Non acquis proposé', '2 sur 4, il en faut 3')).toBe(
      'le bloc B4 est proposé non acquis (2 sur 4, il en faut 3)',
    );
  });

  it('several do: how many, before which jury', () => {
    const cells = [cell('B1', 'missing'), cell('B2', 'not_acquired_proposed'), cell('B3', 'ready')];
    expect(tell({ cells })).toBe('2 blocs sur 3 à compléter avant le jury du 18 décembre 2026');
  });

  it('ready for the jury, else in training with the hours', () => {
    expect(tell()).toBe('dossier prêt pour le jury du 18 décembre 2026');
    const cells = [...ready.slice(0, 3), cell('B4', 'in_progress')];
    expect(tell({ cells })).toBe('en formation, 221 h sur 279 h');
  });
});
