import { describe, expect, it } from '@jest/globals';
import { greet } from './greet.ts';

describe('the title says the state of the morning', () => {
  it.each([
    [3, 2, 4, 'Bonjour Claire. Trois choses ne peuvent pas attendre.'],
    [1, 0, 0, 'Bonjour Claire. Une chose ne peut pas attendre.'],
    [12, 0, 0, 'Bonjour Claire. 12 choses ne peuvent pas attendre.'],
    [0, 3, 2, 'Bonjour Claire. Rien n’est en retard, trois choses sont à faire aujourd’hui.'],
    [0, 1, 0, 'Bonjour Claire. Rien n’est en retard, une chose est à faire aujourd’hui.'],
    [0, 0, 2, 'Bonjour Claire. Rien n’est en retard, deux choses sont à surveiller.'],
    [0, 0, 0, 'Bonjour Claire. Rien ne presse aujourd’hui.'],
  ])('%i late, %i today, %i at risk', (late, today, atRisk, title) => {
    expect(greet('Claire', { late, today, atRisk })).toBe(title);
  });
});
