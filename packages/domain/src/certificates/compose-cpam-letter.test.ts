import { describe, expect, it } from '@jest/globals';
import { type CpamLetterFacts, composeCpamLetter, owesCpamCopy } from './compose-cpam-letter.ts';

const facts: CpamLetterFacts = {
  learnerName: 'Élodie Roux',
  kind: 'certificate',
  number: 'CQP-2026-0007',
  issuedOn: '2026-11-23',
  decidedOn: '2026-11-20',
  certification: 'CQP Assistant médical',
  centreName: 'afbb Paris',
  page: 'https://jalon.example/verification/abc',
  employer: { kind: 'practice', hireDate: '2025-09-01', cpamContractSignedOn: '2025-10-02' },
};
const bodyOf = (more: Partial<CpamLetterFacts> = {}) =>
  composeCpamLetter({ ...facts, ...more }).paragraphs.join('\n');

describe('the copy that the employer owes its CPAM on receipt of the title (S4:L40)', () => {
  it('says whose title, since when they work there, and where it is verified', () => {
    const letter = composeCpamLetter(facts);
    expect(letter).toMatchObject({
      subject: 'Copie du certificat de qualification professionnelle (CQP) d’Élodie Roux',
      enclosure:
        'Pièce jointe : copie du certificat de qualification professionnelle (CQP), n° CQP-2026-0007',
      source: 'S4:L40',
    });
    expect(letter.paragraphs[1]).toBe(
      'Vous trouverez ci-joint la copie du certificat de qualification professionnelle (CQP) « Assistant médical » d’Élodie Roux, qui travaille dans notre cabinet depuis le 1er septembre 2025. Notre contrat d’aide à l’emploi d’un assistant médical a été signé avec votre caisse le 2 octobre 2025.',
    );
    expect(letter.paragraphs[2]).toBe(
      'Ce certificat, n° CQP-2026-0007, fait suite à la décision du 20 novembre 2026 et a été délivré le 23 novembre 2026 par afbb Paris. L’authenticité se vérifie à l’adresse https://jalon.example/verification/abc.',
    );
  });

  it('says nothing of a contract or a page that the file does not know', () => {
    const unknown = bodyOf({
      page: null,
      employer: { ...facts.employer, cpamContractSignedOn: null },
    });
    expect(unknown).not.toMatch('Notre contrat');
    expect(unknown).not.toMatch('authenticité');
  });

  it('the attestation of an FAE goes as well, from a health centre too', () => {
    const other = bodyOf({
      kind: 'fae_attestation',
      employer: { ...facts.employer, kind: 'health_centre' },
    });
    expect(other).toMatch('l’attestation de formation d’adaptation à l’emploi (FAE)');
    expect(other).toMatch('Cette attestation, n° CQP-2026-0007, fait suite');
    expect(other).toMatch('a été délivrée le');
    expect(other).toMatch('dans notre centre de santé depuis');
  });

  it('who employed them on the day of the issue owes it: neither who did before nor who will', () => {
    const owes = (hireDate: string, endsOn: string | null) =>
      owesCpamCopy({ hireDate, endsOn }, '2026-11-23');
    expect(owes('2025-09-01', null)).toBe(true);
    expect(owes('2026-11-23', '2026-11-23')).toBe(true);
    expect(owes('2025-09-01', '2026-11-22')).toBe(false);
    expect(owes('2026-11-24', null)).toBe(false);
  });
});
