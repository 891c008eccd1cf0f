import type { BoardLearner } from '@jalon/contract';
import { describe, expect, it } from '@jest/globals';
import {
  formatCertification,
  listExport,
  moveInGrid,
  readBoardView,
  selectLearners,
  sumFigures,
} from './board-view.ts';

const learner = (familyName: string, change: Partial<BoardLearner> = {}): BoardLearner => ({
  enrolmentId: familyName,
  familyName,
  givenName: 'Lina',
  dueMinutes: 600,
  doneMinutes: 150,
  waivedMinutes: 0,
  unsignedMinutes: 0,
  expectedMinutes: 300,
  attendedMinutes: 150,
  isAcquired: false,
  isReady: false,
  isAtRisk: false,
  cells: [{ state: 'ready', label: 'Prêt', fact: '4 épreuves sur 4' }],
  certificate: { state: 'awaited', label: 'À venir', fact: '0 bloc sur 1' },
  ...change,
});
const learners = [
  learner('Abadie', { isReady: true }),
  learner('Cissé', { isAtRisk: true }),
  learner('D’Alès-Petit'),
];
const names = (query: string, filter: 'tous' | 'risque' | 'prets' = 'tous') =>
  selectLearners(learners, { query, filter }).map(({ familyName }) => familyName);

describe('the view is in the address', () => {
  it('reads what it knows and ignores the rest', () => {
    expect(readBoardView({ q: 'ciss', filtre: 'risque', case: 'e1.B2' })).toEqual({
      query: 'ciss',
      filter: 'risque',
      selected: { enrolmentId: 'e1', blockCode: 'B2' },
      figure: null,
    });
    expect(readBoardView({ filtre: 'autre', case: 'e1', chiffre: 'prix' })).toEqual({
      query: '',
      filter: 'tous',
      selected: null,
      figure: null,
    });
  });
});

describe('search and filters', () => {
  it('finds without accents, case or hyphens, and every word must be there', () => {
    expect(names('CISSE')).toEqual(['Cissé']);
    expect(names('ales petit')).toEqual(['D’Alès-Petit']);
    expect(names('lina cisse')).toEqual(['Cissé']);
    expect(names('cisse maxime')).toEqual([]);
  });

  it('keeps those at risk, or those ready', () => {
    expect(names('', 'risque')).toEqual(['Cissé']);
    expect(names('', 'prets')).toEqual(['Abadie']);
  });
});

describe('figures', () => {
  it('are the sums of the lines', () => {
    expect(sumFigures(learners)).toEqual({
      due: 1800,
      done: 450,
      expected: 900,
      attended: 450,
      ready: 1,
      candidates: 3,
      acquired: 0,
      issued: 0,
      atRisk: 1,
    });
  });

  it('writes the register’s code with its space', () => {
    expect(formatCertification('RNCP40913')).toBe('RNCP 40913');
    expect(formatCertification('FAE')).toBe('FAE');
  });
});

describe('the export', () => {
  it('has a column for the state of each block and one for its fact', () => {
    const { headers, rows } = listExport(
      [{ code: 'B1', name: '', shortName: 'Parcours de santé' }],
      learners.slice(0, 1),
    );
    expect(headers.slice(-4)).toEqual([
      'B1 Parcours de santé',
      'B1 précision',
      'Certificat',
      'Certificat précision',
    ]);
    expect(rows).toEqual([
      [
        'Abadie',
        'Lina',
        2.5,
        10,
        '50 %',
        'oui',
        'Prêt',
        '4 épreuves sur 4',
        'À venir',
        '0 bloc sur 1',
      ],
    ]);
  });
});

describe('arrows move in the grid and stop at its edges', () => {
  const size = { rows: 3, columns: 5 };
  it.each([
    ['ArrowDown', { row: 0, column: 2 }, { row: 1, column: 2 }],
    ['ArrowUp', { row: 0, column: 2 }, { row: 0, column: 2 }],
    ['ArrowRight', { row: 1, column: 4 }, { row: 1, column: 4 }],
    ['End', { row: 1, column: 0 }, { row: 1, column: 4 }],
    ['Home', { row: 1, column: 3 }, { row: 1, column: 0 }],
    ['PageDown', { row: 0, column: 0 }, { row: 2, column: 0 }],
    ['a', { row: 0, column: 0 }, null],
  ])('%s', (key, from, to) => {
    expect(moveInGrid(key, from, size)).toEqual(to);
  });
});
