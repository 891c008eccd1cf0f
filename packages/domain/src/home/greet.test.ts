import { describe, expect, it } from '@jest/globals';
import { greet } from './greet.ts';

describe('the title says the state of the morning', () => {
  it.each([
    [3, 4, 'Bonjour Claire. Trois choses ne peuvent pas attendre.'],
    [1, 0, 'Bonjour Claire. Une chose ne peut pas attendre.'],
    [12, 0, 'Bonjour Claire. 12 choses ne peuvent pas attendre.'],
    [0, 2, 'Bonjour Claire. Rien n’est en retard, deux choses sont à surveiller.'],
    [0, 0, 'Bonjour Claire. Rien ne presse aujourd’hui.'],
  ])('%i late, %i at risk', (late, atRisk, title) => {
    expect(greet('Claire', { late, atRisk })).toBe(title);
  });
});
