import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseName } from './normalise-name.ts';
import { type PersonTraits, recognisePerson } from './recognise-person.ts';

const someone = (more: Partial<PersonTraits> = {}): PersonTraits => ({
  givenName: 'Éléonore',
  birthName: 'Lefèvre-Morin',
  birthDate: '1994-03-08',
  email: 'eleonore@exemple.fr',
  ...more,
});
const outcome = (candidate: PersonTraits, known: PersonTraits) =>
  recognisePerson(candidate, [known]).outcome;

describe('a person is recognised by names and birth date', () => {
  it.each([
    ['accents', { givenName: 'Eleonore', birthName: 'Lefevre-Morin' }],
    ['hyphens', { birthName: 'Lefèvre Morin' }],
    ['case', { givenName: 'ÉLÉONORE', birthName: 'LEFÈVRE-MORIN' }],
    ['the order of the names', { givenName: 'Lefèvre-Morin', birthName: 'Éléonore' }],
    ['spaces around', { givenName: '  Éléonore ' }],
  ])('whatever the %s', (_, names) => {
    expect(outcome(someone({ ...names, email: null }), someone())).toBe('same');
  });

  it('an apostrophe typed either way, and a ligature', () => {
    expect(normaliseName('D’Œuvre')).toBe(normaliseName("d'Oeuvre"));
  });

  it('keeps apart namesakes born on different days', () => {
    expect(outcome(someone({ birthDate: '1990-01-01', email: null }), someone())).toBe('new');
  });

  it('asks when a usage name stands where the birth name is known, or the other way round', () => {
    const known = someone({ usageName: 'Dupont' });
    const married = someone({ birthName: 'Dupont', email: 'autre@exemple.fr' });
    const match = recognisePerson(married, [known]);
    expect(match.outcome).toBe('possible');
    expect(match.reasons).toMatchObject([{ rule: 'person.usage-name', met: false }]);
    expect(match.reasons[0]?.facts).toContain('nom de naissance ou d’usage');
    expect(outcome(known, married)).toBe('possible');
    expect(outcome(someone({ birthName: 'Autre', email: null }), known)).toBe('new');
    expect(outcome({ ...married, birthDate: '1990-01-01' }, known)).toBe('new');
  });

  it('asks when a birth date is missing on one side, and says about whom', () => {
    const match = recognisePerson(someone({ email: null, birthDate: null }), [someone()]);
    expect(match.outcome).toBe('possible');
    expect(match.reasons).toMatchObject([{ rule: 'person.namesake', met: false }]);
    expect(match.reasons[0]?.facts).toContain('8 mars 1994');
  });
});

describe('a person is recognised by mail', () => {
  it('whatever its case, when the names agree', () => {
    const known = someone({ birthDate: null });
    expect(outcome(someone({ email: 'Eleonore@Exemple.FR' }), known)).toBe('same');
  });

  it('when a name was misspelt but the birth date is the same', () => {
    expect(outcome(someone({ givenName: 'Elea', birthName: 'X' }), someone())).toBe('same');
  });

  it('when a married name replaces the birth name', () => {
    const married = someone({ birthName: 'Durand', birthDate: null });
    expect(outcome(married, someone())).toBe('same');
  });

  it('but a mail shared by a surgery never merges two people', () => {
    const colleague = someone({ givenName: 'Karim', birthName: 'Haddad', birthDate: null });
    expect(outcome(colleague, someone())).toBe('mail_taken');
    expect(outcome({ ...colleague, birthDate: '1971-05-30' }, someone())).toBe('mail_taken');
    expect(recognisePerson(colleague, [someone()]).reasons).toMatchObject([
      { rule: 'person.mail-is-personal', met: false },
    ]);
  });

  it('with the same names and another birth date: which one is right is asked, both are said', () => {
    const corrected = someone({ birthDate: '1994-08-03' });
    const match = recognisePerson(corrected, [someone()]);
    expect(match).toMatchObject({
      outcome: 'possible',
      reasons: [
        {
          rule: 'person.other-birth-date',
          facts:
            'Lefèvre-Morin Éléonore a ce nom et cette adresse mail, mais une autre date de naissance : le 8 mars 1994, et non le 3 août 1994. Laquelle est juste ?',
        },
      ],
    });
    const byDate = { ...corrected, email: null };
    expect(recognisePerson(corrected, [byDate, someone()]).outcome).toBe('possible');
    expect(recognisePerson(corrected, [someone(), corrected]).outcome).toBe('same');
  });
});

describe('who to choose among several', () => {
  it('someone recognised does not take over the mail of somebody else', () => {
    const karim = someone({ givenName: 'Karim', birthName: 'Haddad', birthDate: '1971-05-30' });
    const known = someone({ email: 'ancienne@exemple.fr' });
    const match = recognisePerson(someone(), [known, karim]);
    expect([match.outcome, match.person]).toEqual(['mail_taken', karim]);
  });

  it('a sure match comes before a namesake', () => {
    const namesake = someone({ birthDate: null, email: null });
    const sure = someone({ email: null });
    expect(recognisePerson(someone(), [namesake, sure]).person).toBe(sure);
  });

  it('nobody when nobody resembles', () => {
    const other = someone({ givenName: 'Karim', birthName: 'Haddad', email: 'karim@exemple.fr' });
    expect(recognisePerson(someone(), [other])).toEqual({
      outcome: 'new',
      person: null,
      reasons: [],
    });
  });
});

describe('whatever the names', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{1,12}$/);
  it('a person is recognised as themselves, their names swapped or not', () => {
    fc.assert(
      fc.property(word, word, (givenName, birthName) => {
        const person = someone({ givenName, birthName });
        const swapped = someone({ givenName: birthName, birthName: givenName });
        expect(outcome(person, person)).toBe('same');
        expect(outcome({ ...swapped, email: null }, person)).toBe('same');
      }),
    );
  });
});
