import { describe, expect, it } from '@jest/globals';
import { findMissingEquipment, listEquipment } from './equipment.ts';

describe('what a room has and a module asks', () => {
  it('is the same thing whatever its capitals, accents and spaces', () => {
    const room = ['Mannequins  de secourisme', 'VIDÉOPROJECTEUR'];
    expect(findMissingEquipment(['mannequins de secourisme', 'videoprojecteur'], room)).toEqual([]);
  });

  it('is said as it was asked when it is missing', () => {
    expect(findMissingEquipment(['Postes informatiques', 'écran'], ['Écran'])).toEqual([
      'Postes informatiques',
    ]);
    expect(findMissingEquipment([], [])).toEqual([]);
  });

  it('is typed parted by commas, each thing once', () => {
    expect(listEquipment(' fauteuil, , écran,Fauteuil, ECRAN ')).toEqual(['fauteuil', 'écran']);
    expect(listEquipment('')).toEqual([]);
  });
});
