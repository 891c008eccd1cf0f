import { describe, expect, it } from '@jest/globals';
import { checkComment } from './check-comment.ts';

const kindsIn = (comment: string) => checkComment(comment).map(({ kind }) => kind);

describe('a tutor’s comment must not let a patient be recognised (DOMAIN 4.5)', () => {
  it.each([
    ['Très bon accueil de Mme Durand', 'Mme Durand'],
    ['Elle a rassuré M. Le Goff', 'M. Le'],
    ['Prise en charge de la patiente MARTIN', 'patiente MARTIN'],
    ['Monsieur Éluard était anxieux', 'Monsieur Éluard'],
  ])('warns of a name: %s', (comment, excerpt) => {
    expect(checkComment(comment)).toMatchObject([{ kind: 'person_name', excerpt }]);
  });

  it.each([
    'patient né le 12/03/1954',
    'une dame née en 1954',
    'née le 3 mars 1954',
    'DDN : 12.03.1954',
    'vu le 12/03/1954',
  ])('warns of a birth date: %s', (comment) => {
    expect(kindsIn(comment)).toEqual(['birth_date']);
  });

  it.each(['2 54 03 75 116 025 74', '254037511602574', '1 85 05 2A 116 025'])(
    'warns of a social security number: %s',
    (number) => {
      expect(kindsIn(`Numéro ${number} vérifié`)).toEqual(['nir']);
    },
  );

  it.each(['06 12 34 56 78', '0612345678', '+33 6 12 34 56 78', '01.42.00.00.00'])(
    'warns of a phone number: %s',
    (number) => {
      expect(kindsIn(`rappelé au ${number}`)).toEqual(['phone']);
    },
  );

  it('says nothing of an ordinary comment', () => {
    const comment =
      'Accueil soigné, patients bien orientés. Progrès depuis le 12/10/2026 : 3 constantes sur 4, 80 % des dossiers.';
    expect(checkComment(comment)).toEqual([]);
  });

  it('gives every doubt in the order of the text, with what to do', () => {
    const warnings = checkComment('Mme Durand, née le 12/03/1954, 06 12 34 56 78');
    expect(warnings.map(({ kind }) => kind)).toEqual(['person_name', 'birth_date', 'phone']);
    expect(warnings[0]?.message).toBe(
      '« Mme Durand » ressemble au nom d’une personne. Retirez ce qui permet de reconnaître un patient (secret médical).',
    );
  });
});
