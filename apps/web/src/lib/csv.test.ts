import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv.ts';

const cellOf = (value: string | number | null) => toCsv(['x'], [[value]]).split('\r\n')[1];

describe('a CSV for a French spreadsheet', () => {
  it('starts with a BOM and parts its cells with semicolons', () => {
    expect(toCsv(['Nom', 'Heures'], [['Cissé', 3.5]])).toBe('\uFEFFNom;Heures\r\nCissé;3,5\r\n');
  });

  it('quotes what would break a line', () => {
    expect(cellOf('a;b')).toBe('"a;b"');
    expect(cellOf('dit « "oui" »')).toBe('"dit « ""oui"" »"');
  });

  it.each(['=1+1', '+33', '-2', '@x'])('never lets « %s » run as a formula', (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  });

  it('leaves a negative number a number and an absent value empty', () => {
    expect(cellOf(-2)).toBe('-2');
    expect(cellOf(null)).toBe('');
  });
});
