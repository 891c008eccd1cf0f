import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkNir, nirWithoutKey, normaliseNir } from './nir.ts';

const unknown = { sex: null, birthDate: null };
const rulesOf = (nir: string, person: Parameters<typeof checkNir>[1] = unknown) =>
  checkNir(nir, person).map(({ rule }) => rule);
/** A made-up number with its right key. */
const withKey = (body: string) =>
  body +
  String(97n - (BigInt(body.replace('2A', '19').replace('2B', '18')) % 97n)).padStart(2, '0');

describe('a social security number is checked before it is kept (DOMAIN 11)', () => {
  it('is taken with spaces, and sent without its key', () => {
    const nir = withKey('2940372181042');
    expect(normaliseNir(`2 94 03 72 181 042 ${nir.slice(13)}`)).toBe(nir);
    expect(nirWithoutKey(nir)).toBe('2940372181042');
  });

  it.each(
    ['2940372181042', '1550120300123', '2A'].map((body) =>
      body === '2A' ? '194072A004001' : body,
    ),
  )('%s with its key is taken, Corsica included', (body) => {
    expect(rulesOf(withKey(body))).toEqual([]);
  });

  it('is refused when too short, or with a letter elsewhere', () => {
    expect(rulesOf('2940372181042')).toEqual(['registry.nir-shape']);
    expect(rulesOf('2940372C8104200')).toEqual(['registry.nir-shape']);
  });

  it('any one wrong figure of the key is found', () => {
    const nir = withKey('2940372181042');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 97 }), (key) => {
        const other = nir.slice(0, 13) + String(key).padStart(2, '0');
        expect(rulesOf(other)).toEqual(other === nir ? [] : ['registry.nir-key']);
      }),
    );
  });

  it('that of somebody else is found by sex and year, and the value is in no message', () => {
    const nir = withKey('2940372181042');
    expect(rulesOf(nir, { sex: 'F', birthDate: '1994-03-08' })).toEqual([]);
    const findings = [
      ...checkNir(nir, { sex: 'M', birthDate: null }),
      ...checkNir(nir, { sex: 'F', birthDate: '1993-03-08' }),
    ];
    expect(findings.map(({ rule }) => rule)).toEqual(Array(2).fill('registry.nir-of-person'));
    expect(JSON.stringify(findings)).not.toContain('9403');
  });
});
