import { describe, expect, it } from '@jest/globals';
import { checkOwnSignature, checkPaperSignature } from './check-signature.ts';
import { tellSigning } from './tell-signing.ts';

const julie = { name: 'Lenoir Julie', isPresent: true, hasSigned: false };
const own = { state: 'closed' as const, signer: julie, readSha256: 'a', sha256: 'a' };
const rules = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

describe('a member signs the minutes (DOMAIN 4.6, W38)', () => {
  it('once the session is closed, when they were present', () => {
    expect(checkOwnSignature(own)).toEqual([]);
    expect(rules(checkOwnSignature({ ...own, state: 'open' }))).toEqual([
      'jury.signed-when-closed',
    ]);
    for (const isPresent of [false, null])
      expect(rules(checkOwnSignature({ ...own, signer: { ...julie, isPresent } }))).toEqual([
        'jury.signed-by-those-present',
      ]);
  });

  it('for themselves alone, and once', () => {
    expect(rules(checkOwnSignature({ ...own, signer: null }))).toEqual([
      'jury.signed-by-those-present',
    ]);
    expect(rules(checkOwnSignature({ ...own, signer: { ...julie, hasSigned: true } }))).toEqual([
      'jury.signed-once',
    ]);
  });

  it('not once later ones replace them', () => {
    expect(rules(checkOwnSignature({ ...own, isReplaced: true }))).toEqual([
      'jury.signed-before-replaced',
    ]);
  });

  it('as they read it', () => {
    expect(rules(checkOwnSignature({ ...own, readSha256: 'b' }))).toEqual(['jury.signed-as-read']);
  });

  it('on paper, on a day from the closing to today', () => {
    const paper = {
      state: 'closed' as const,
      signer: julie,
      frozenOn: '2026-11-23',
      isRectifying: false,
      today: '2026-11-30',
    };
    expect(checkPaperSignature({ ...paper, signedOn: '2026-11-23' })).toEqual([]);
    for (const signedOn of ['2026-11-22', '2026-12-01'])
      expect(rules(checkPaperSignature({ ...paper, signedOn }))).toEqual([
        'jury.paper-signature-day',
      ]);
    const [early] = checkPaperSignature({ ...paper, isRectifying: true, signedOn: '2026-11-22' });
    expect(early?.message).toContain('entre la rédaction, le 23 novembre 2026');
  });
});

describe('how far the signing is', () => {
  const marc = { name: 'Dupuis Marc', isPresent: true, hasSigned: true };
  const absent = { name: 'Petit Anne', isPresent: false, hasSigned: false };

  it('names whoever has not signed; the absent sign nothing', () => {
    expect(tellSigning([marc, julie, absent])).toMatchObject({
      rule: 'jury.minutes-signed',
      met: false,
      facts: '1 signature sur 2 : Lenoir Julie n’a pas encore signé.',
    });
  });

  it('is over once everyone present has signed', () => {
    expect(tellSigning([marc, { ...julie, hasSigned: true }, absent])).toMatchObject({
      met: true,
      signed: 2,
      expected: 2,
      facts: 'Les 2 membres présents ont signé.',
    });
  });

  it('is not over when nobody was there', () => {
    expect(tellSigning([absent]).met).toBe(false);
  });
});
