import { describe, expect, it } from '@jest/globals';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { afgsuObtained, leMans } from '../test-records.ts';
import { describeCertificateCell } from './describe-certificate-cell.ts';

type Input = Parameters<typeof describeCertificateCell>[0];

const acquired = (codes: readonly string[]) =>
  codes.map((blockCode) => ({
    blockCode,
    decision: 'acquired' as const,
    decidedOn: '2026-11-20',
  }));
const all = acquired(['B1', 'B2', 'B3', 'B4']);
const cellOf = (more: Partial<Input> = {}) =>
  describeCertificateCell({
    framework: leMans,
    state: 'active',
    decisions: all,
    credentials: [afgsuObtained('2026-03-04')],
    hours: { due: 16740, done: 16740, missing: 0, unsigned: 0 },
    today: '2026-11-23',
    ...more,
  });

describe('the certificate’s column of the board (S1:L174, Q6)', () => {
  it('counts the blocks that the jury has acquired until it has them all', () => {
    const decisions = acquired(['B1', 'B3']);
    expect(cellOf({ decisions })).toEqual({
      state: 'awaited',
      label: 'À venir',
      fact: '2 blocs sur 4',
    });
  });

  it('every block and a valid AFGSU: to issue', () => {
    expect(cellOf()).toEqual({ state: 'ready', label: 'À délivrer', fact: '4 blocs sur 4' });
  });

  it('every block, but no AFGSU valid on the jury’s day', () => {
    expect(cellOf({ credentials: [] })).toEqual({
      state: 'missing',
      label: 'Manque AFGSU',
      fact: 'non obtenue au 20/11/2026',
    });
    const expired = cellOf({ credentials: [afgsuObtained('2022-11-02')] });
    expect(expired.fact).toBe('expirée le 02/11/2026');
  });

  it('issued: the enrolment is over', () => {
    expect(cellOf({ state: 'completed', issuedOn: '2026-11-22' })).toEqual({
      state: 'issued',
      label: 'Délivré',
      fact: 'le 22/11/2026',
    });
  });

  it('the attestation of an FAE waits for its hours only', () => {
    const fae = { framework: fae112, decisions: [], credentials: [] };
    expect(cellOf({ ...fae, hours: { due: 6720, done: 6300, missing: 420, unsigned: 0 } })).toEqual(
      {
        state: 'awaited',
        label: 'À venir',
        fact: '105 h sur 112 h',
      },
    );
    expect(
      cellOf({ ...fae, hours: { due: 6720, done: 6720, missing: 0, unsigned: 0 } }).label,
    ).toBe('À délivrer');
    expect(cellOf({ ...fae, state: 'completed' }).label).toBe('Délivrée');
  });
});
