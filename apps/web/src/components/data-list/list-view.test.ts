import { describe, expect, it } from '@jest/globals';
import { type Column, type ListView, listFilterValues, selectRows } from './list-view.ts';

interface Row {
  readonly name: string;
  readonly site: string;
  readonly hours: number | null;
}

const rows: readonly Row[] = [
  { name: 'Cissé Aminata', site: 'Le Mans', hours: 165 },
  { name: 'Élodie Garnier', site: 'Paris', hours: null },
  { name: 'Bonnet Maxime', site: 'Le Mans', hours: 20 },
];
const columns: readonly Column<Row>[] = [
  { key: 'nom', header: 'Apprenant', value: (row) => row.name },
  { key: 'site', header: 'Site', value: (row) => row.site, isFilter: true },
  { key: 'heures', header: 'Heures', value: (row) => row.hours },
];
const whole: ListView = { query: '', sort: null, page: 1, filters: {} };
const namesOf = (view: Partial<ListView>) =>
  selectRows(rows, columns, { ...whole, ...view }).map(({ name }) => name);

describe('the rows of a list', () => {
  it('are found without their accents, each word anywhere', () => {
    expect(namesOf({ query: 'mans cisse' })).toEqual(['Cissé Aminata']);
  });

  it('are kept by a filter', () => {
    expect(namesOf({ filters: { site: 'Paris' } })).toEqual(['Élodie Garnier']);
  });

  it('sort as a French reader expects', () => {
    expect(namesOf({ sort: 'nom' })).toEqual(['Bonnet Maxime', 'Cissé Aminata', 'Élodie Garnier']);
  });

  it('sort numbers as numbers, empty values last both ways', () => {
    expect(namesOf({ sort: 'heures' }).at(-1)).toBe('Élodie Garnier');
    expect(namesOf({ sort: '-heures' })).toEqual([
      'Cissé Aminata',
      'Bonnet Maxime',
      'Élodie Garnier',
    ]);
  });

  it('offer each value of a filter once', () => {
    const [, site] = columns;
    expect(site && listFilterValues(rows, site)).toEqual(['Le Mans', 'Paris']);
  });
});
