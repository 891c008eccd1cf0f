import { describe, expect, it } from '@jest/globals';
import { readCriteria, toggleTarget } from './targets.ts';

const order = ['C1', 'C2', 'C3'];
const target = (competenceCode: string) => ({ competenceCode, criteria: [] });

describe('the competences an épreuve targets', () => {
  it('keep the order of the block whatever is ticked first', () => {
    const targets = toggleTarget([target('C3')], 'C1', order);
    expect(targets.map(({ competenceCode }) => competenceCode)).toEqual(['C1', 'C3']);
  });
  it('are taken away by a second click', () =>
    expect(toggleTarget([target('C1'), target('C2')], 'C1', order)).toEqual([target('C2')]));
});

describe('criteria are typed one a line', () => {
  it('a reworded line keeps its code, a new one waits for its own', () => {
    expect(
      readCriteria('Salue\nVérifie l’identité', [{ code: 'K1', text: 'Dit bonjour' }]),
    ).toEqual([
      { code: 'K1', text: 'Salue' },
      { code: '', text: 'Vérifie l’identité' },
    ]);
  });
  it('an empty box has none', () =>
    expect(readCriteria('', [{ code: 'K1', text: 'x' }])).toEqual([]));
});
