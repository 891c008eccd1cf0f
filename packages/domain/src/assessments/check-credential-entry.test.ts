import { describe, expect, it } from '@jest/globals';
import { checkCredentialEntry } from './check-credential-entry.ts';

const jury = { what: 'Le bloc B4, acquis au jury du 18 décembre 2026,', decidedOn: '2026-12-18' };
const rulesOf = (more: Partial<Parameters<typeof checkCredentialEntry>[0]>) =>
  checkCredentialEntry({
    obtainedOn: '2026-03-04',
    today: '2027-01-11',
    correctedOn: null,
    recordedOn: [],
    uses: [],
    birthDate: '1990-05-12',
    ...more,
  }).map(({ rule }) => rule);

describe('a credential is written down (W1, DOMAIN 13)', () => {
  it('once obtained, and once', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ obtainedOn: '2027-01-12' })).toEqual(['credential.obtained']);
    expect(rulesOf({ recordedOn: ['2026-03-04'] })).toEqual(['credential.once']);
  });

  it('not before one is of an age to train, nor half a century ago', () => {
    expect(rulesOf({ obtainedOn: '1901-03-04' })).toEqual(['credential.old-enough']);
    expect(rulesOf({ obtainedOn: '2004-05-11' })).toEqual(['credential.old-enough']);
    expect(rulesOf({ obtainedOn: '2004-05-12' })).toEqual([]);
    expect(rulesOf({ obtainedOn: '1976-03-04', birthDate: null })).toEqual([
      'credential.old-enough',
    ]);
  });

  it('corrects its day while nothing rests on it', () => {
    expect(rulesOf({ correctedOn: '2015-03-04' })).toEqual([]);
  });

  it('never corrects the day on which a block or a certificate rests (S1:L155, L176)', () => {
    const correction = { correctedOn: '2026-03-14', uses: [jury] };
    expect(rulesOf(correction)).toEqual(['credential.rested-on']);
    expect(
      checkCredentialEntry({
        obtainedOn: '2026-03-04',
        today: '2027-01-11',
        recordedOn: [],
        birthDate: null,
        ...correction,
      })[0]?.message,
    ).toBe(
      'Le bloc B4, acquis au jury du 18 décembre 2026, repose sur cette attestation : sa date ne change plus. Un renouvellement s’enregistre comme une nouvelle attestation.',
    );
  });

  it('still corrects who issued it, and adds a renewal', () => {
    expect(rulesOf({ correctedOn: '2026-03-04', uses: [jury] })).toEqual([]);
    expect(rulesOf({ uses: [jury] })).toEqual([]);
  });

  it('still corrects one obtained after the decision', () => {
    expect(rulesOf({ correctedOn: '2027-01-05', uses: [jury] })).toEqual([]);
  });
});
