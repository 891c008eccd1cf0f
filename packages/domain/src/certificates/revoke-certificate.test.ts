import { describe, expect, it } from '@jest/globals';
import { type CertificateContent, nameAchievement, saysTheSame } from './certificate-content.ts';
import { checkCertificateCorrection, checkRevocation, tellValidity } from './revoke-certificate.ts';

const content: CertificateContent = {
  kind: 'certificate',
  number: 'CQP-2026-0007',
  issuedOn: '2026-11-22',
  decidedOn: '2026-11-20',
  centre: 'CFA CCI Le Mans Sarthe',
  holder: { name: 'Lina Abadi', usageName: null, birthDate: '1998-04-02' },
  certification: { name: 'CQP Assistant médical', rncp: 'RNCP 40913', level: 4, certifier: null },
  hours: '279 h sur 279 h',
  blocks: [
    { code: 'B1', name: 'Parcours de santé', acquiredOn: '2026-11-20', competences: ['informer'] },
  ],
  reasons: [],
};
const corrected: CertificateContent = {
  ...content,
  number: 'CQP-2026-0009',
  issuedOn: '2026-12-01',
  holder: { ...content.holder, name: 'Lina Abadie' },
};

describe('DOMAIN 4.6: what is issued is never changed, a fault is mended by another document', () => {
  const standing = { motive: 'Nom mal orthographié', revokedOn: null, replacedBy: null };
  const ruleOf = (
    more: Partial<typeof standing> | { revokedOn: string } | { replacedBy: string },
  ) => checkRevocation({ ...standing, ...more })[0]?.rule;

  it('a document is revoked once, with a motive', () => {
    expect(ruleOf({})).toBeUndefined();
    expect(ruleOf({ motive: ' erreur   ' })).toBe('certificate.revocation-has-motive');
    expect(ruleOf({ revokedOn: '2026-11-25' })).toBe('certificate.revoked-once');
    expect(ruleOf({ replacedBy: 'CQP-2026-0009' })).toBe('certificate.replaced-once');
  });

  it('a corrected document says something else: a number and a day are not enough', () => {
    expect(checkCertificateCorrection(content, corrected)).toEqual([]);
    const again = { ...content, number: 'CQP-2026-0009', issuedOn: '2026-12-01' };
    expect(saysTheSame(content, again)).toBe(true);
    expect(checkCertificateCorrection(content, again)[0]?.rule).toBe(
      'certificate.correction-says-something-else',
    );
  });

  it('nothing replaces a document about a block that rectifying minutes have taken back (S1:L176)', () => {
    const [block] = content.blocks;
    const after = { ...corrected, blocks: [{ ...block, acquiredOn: null } as never] };
    expect(checkCertificateCorrection(content, after)).toMatchObject([
      {
        rule: 'certificate.correction-keeps-blocks',
        message: expect.stringMatching(/^Le bloc « Parcours de santé » n’est plus acquis/),
      },
    ]);
  });

  it.each<[string, Partial<CertificateContent>]>([
    ['the birth date', { holder: { ...content.holder, birthDate: '1998-02-04' } }],
    ['the name in use', { holder: { ...content.holder, usageName: 'Roux' } }],
    ['a block', { blocks: [{ ...content.blocks[0], code: 'B2' } as never] }],
  ])('%s is something else', (_, more) => {
    expect(saysTheSame(content, { ...content, ...more })).toBe(false);
  });
});

describe('what whoever scans the QR code reads', () => {
  it('valid: who issued it, to whom, when', () => {
    const told = tellValidity({ content, revokedOn: null, replacedBy: null });
    expect(told).toEqual({
      state: 'valid',
      title: 'Certificat valide',
      sentence:
        'CFA CCI Le Mans Sarthe l’a délivré le 22 novembre 2026 à Lina Abadi : CQP Assistant médical, n° CQP-2026-0007.',
    });
  });

  it('revoked, since when, and what replaces it', () => {
    const revokedOn = '2026-12-01';
    expect(tellValidity({ content, revokedOn, replacedBy: null })).toMatchObject({
      state: 'revoked',
      title: 'Certificat révoqué',
    });
    expect(tellValidity({ content, revokedOn, replacedBy: 'CQP-2026-0009' })).toEqual({
      state: 'revoked',
      title: 'Certificat remplacé',
      sentence:
        'Ce document ne vaut plus depuis le 1er décembre 2026. Le document n° CQP-2026-0009 le remplace : demandez-le à la personne.',
    });
  });

  it('never the birth date', () => {
    for (const revokedOn of [null, '2026-12-01'])
      expect(JSON.stringify(tellValidity({ content, revokedOn, replacedBy: null }))).not.toMatch(
        /1998/,
      );
  });

  it('an attestation of a block names the block and the certification (S1:L176)', () => {
    expect(nameAchievement({ ...content, kind: 'block_attestation' })).toBe(
      'Bloc B1 « Parcours de santé », CQP Assistant médical',
    );
    const told = tellValidity({
      content: { ...content, kind: 'block_attestation' },
      revokedOn: null,
      replacedBy: null,
    });
    expect(told.title).toBe('Attestation de bloc valide');
  });
});
