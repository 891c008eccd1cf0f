import { describe, expect, it } from '@jest/globals';
import { tellPathLost } from './tell-path-lost.ts';

describe('a route without training takes the path away, and says so before (DOMAIN 4.7)', () => {
  it('how much of it', () => {
    expect(tellPathLost('vae', 14)).toBe(
      'VAE : sans formation, le parcours est effacé (14 modules et évaluations). Ce qui a été suivi reste noté.',
    );
  });

  it('nothing is lost on a taught route, nor without a path', () => {
    expect(tellPathLost('continuing_training', 14)).toBeNull();
    expect(tellPathLost('vae', 0)).toBeNull();
  });
});
