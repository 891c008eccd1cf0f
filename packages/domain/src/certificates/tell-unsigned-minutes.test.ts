import { describe, expect, it } from '@jest/globals';
import { tellUnsignedMinutes } from './tell-unsigned-minutes.ts';

const signer = (name: string, hasSigned: boolean, isPresent = true) => ({
  name,
  hasSigned,
  isPresent,
});

describe('a certificate rests on minutes that the jury signs (DOMAIN 4.6)', () => {
  it('whoever was present and has not signed is named, with the day of the jury', () => {
    const members = [
      signer('Dupuis Marc', false),
      signer('Lenoir Julie', false),
      signer('Roux Anne', true),
      signer('Petit Luc', false, false),
    ];
    expect(tellUnsignedMinutes([{ heldOn: '2026-11-23', members }])).toEqual({
      rule: 'certificate.minutes-signed',
      met: false,
      facts:
        'Procès-verbal du jury du 23 novembre 2026 non encore signé par Dupuis Marc et Lenoir Julie.',
      source: 'DOMAIN 4.6',
    });
  });

  it('nothing is told once all have signed, nor where no jury sits', () => {
    const members = [signer('Dupuis Marc', true)];
    expect(tellUnsignedMinutes([{ heldOn: '2026-11-23', members }])).toBeNull();
    expect(tellUnsignedMinutes([])).toBeNull();
  });
});
