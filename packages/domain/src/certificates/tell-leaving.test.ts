import { describe, expect, it } from '@jest/globals';
import { tellLeaving, tellOwnLeaving } from './tell-leaving.ts';

describe('S1:L176: a block acquired is kept by whoever leaves', () => {
  const leftOn = '2027-04-01';

  it('the office reads the day and what is kept', () => {
    expect(tellLeaving({ leftOn, held: ['B1', 'B2'] })).toBe(
      'Abandon le 1er avril 2027, garde B1 et B2',
    );
    expect(tellLeaving({ leftOn: null, held: [] })).toBe('Abandon, aucun bloc acquis');
  });

  it('whoever left reads what they hold and what it is good for', () => {
    expect(tellOwnLeaving({ leftOn, held: ['B1', 'B2', 'B3', 'B4'], keptUntil: null })).toEqual({
      headline: 'Vous avez quitté cette formation le 1er avril 2027',
      afterwards:
        'Quatre blocs vous restent acquis : si vous reprenez cette formation, vous n’aurez pas à les repasser. Votre centre vous remet l’attestation de chacun.',
    });
    expect(tellOwnLeaving({ leftOn, held: ['B3'], keptUntil: null }).afterwards).toMatch(
      /^Un bloc vous reste acquis : .* à le repasser\. Votre centre vous remet son attestation\.$/,
    );
  });

  it('where blocks are kept for a time, it says until when (DOMAIN 4.4)', () => {
    const { afterwards } = tellOwnLeaving({ leftOn, held: ['B3'], keptUntil: '2028-06-18' });
    expect(afterwards).toContain('si vous reprenez cette formation avant le 18 juin 2028, vous');
  });

  it('whoever holds nothing reads how to take it up again', () => {
    expect(tellOwnLeaving({ leftOn: null, held: [], keptUntil: null })).toEqual({
      headline: 'Vous avez quitté cette formation',
      afterwards: 'Pour la reprendre, écrivez à votre centre de formation.',
    });
  });
});
