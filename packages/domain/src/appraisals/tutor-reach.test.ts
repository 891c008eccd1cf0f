import { describe, expect, it } from '@jest/globals';
import { findTutorReach, tellUnreachable } from './tutor-reach.ts';

describe('whether a link reaches a tutor', () => {
  it('reaches whoever has an address of their own', () => {
    expect(findTutorReach('a@cabinet.example', false)).toBe('link');
    expect(tellUnreachable('link', 'Marc Associé')).toBeNull();
  });

  it('reaches neither who has none nor who shares another tutor’s: the office is told what to do', () => {
    expect(findTutorReach(null, false)).toBe('no_address');
    expect(findTutorReach('a@cabinet.example', true)).toBe('shared_address');
    expect(tellUnreachable('shared_address', 'Marc Associé')).toBe(
      'Marc Associé a la même adresse mail qu’un autre tuteur : demandez-lui une adresse personnelle, ou saisissez sa feuille papier.',
    );
  });
});
