import { describe, expect, it } from '@jest/globals';
import {
  type Block,
  compareChoices,
  countTaught,
  isSameChoice,
  keyOf,
  listTaughtKeys,
  toggleAll,
} from './subject-values.ts';

const item = (moduleCode: string | null, name: string, isTaught: boolean) => ({
  moduleCode,
  name,
  isTaught,
  minutes: 420,
  credential: null,
});
const blocks: Block[] = [
  {
    code: 'B1',
    name: 'Bloc 1',
    items: [item('B1-M1', 'Accueil', true), item(null, 'Éval.', false)],
  },
];

describe('the modules of a trainer in their form', () => {
  it('have a key each, the evaluation too', () => {
    expect(listTaughtKeys(blocks)).toEqual(['B1/B1-M1']);
    expect(keyOf({ blockCode: 'B1', moduleCode: null })).toBe('B1/');
    expect(countTaught(blocks)).toBe(1);
  });

  it('a whole block goes in or out at once', () => {
    const keys = ['B1/B1-M1', 'B1/'];
    expect(isSameChoice(toggleAll(['B2/', 'B1/'], keys, true), ['B2/', ...keys])).toBe(true);
    expect(toggleAll(['B2/', 'B1/'], keys, false)).toEqual(['B2/']);
  });

  it('beside another version, are named block by block', () => {
    expect(compareChoices(blocks, ['B1/'], ['B1/B1-M1'])).toEqual([
      { label: 'Bloc B1', mine: 'Éval.', theirs: 'Accueil' },
    ]);
  });
});
