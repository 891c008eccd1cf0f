import { describe, expect, it } from '@jest/globals';
import {
  type KnownTutor,
  otherPerson,
  recogniseTutor,
  settleTutor,
  type TypedTutor,
} from './recognise-tutor.ts';

const practice = { employerName: 'Cabinet du Dr Ferrand', siret: null };
const typed: TypedTutor = {
  givenName: 'Hélène',
  birthName: 'Ferrand',
  email: 'h.ferrand@exemple.fr',
};
const known = (more: Partial<KnownTutor> = {}) => ({
  id: 'p1',
  givenName: 'HELENE',
  birthName: 'Ferrand',
  birthDate: null,
  email: null,
  tutoring: [practice],
  ...more,
});
const match = (person: ReturnType<typeof known>, employer = practice) =>
  recogniseTutor(typed, employer, [person]);

describe('a tutor is recognised rather than doubled', () => {
  it('by their mail, as anyone is', () => {
    expect(match(known({ email: 'h.ferrand@exemple.fr' })).outcome).toBe('same');
    expect(match(known({ birthName: 'Durand' })).outcome).toBe('new');
  });

  it('tutor.namesake: the same names with another mail are asked about, never merged unsaid', () => {
    const asked = match(known({ email: 'dr.ferrand@exemple.fr' }));
    expect(asked.outcome).toBe('possible');
    expect(asked.reasons[0]?.facts).toBe(
      'Un tuteur du même nom existe : Ferrand HELENE, Cabinet du Dr Ferrand, dr.ferrand@exemple.fr.',
    );
    expect(asked.namesakes[0]).toMatchObject({
      isProposed: false,
      consequence: 'Son adresse devient h.ferrand@exemple.fr au lieu de dr.ferrand@exemple.fr.',
    });
  });

  it('the one without a mail at the same employer is proposed, and comes first', () => {
    const elsewhere = known({ tutoring: [], email: 'helene@exemple.fr' });
    const { namesakes } = recogniseTutor(typed, practice, [elsewhere, known()]);
    expect(namesakes.map(({ isProposed }) => isProposed)).toEqual([true, false]);
    expect(namesakes[1]?.facts).toMatch(/^Une personne du même nom existe/);
    const other = { employerName: 'MSP du Maine', siret: null };
    expect(match(known(), other).namesakes[0]?.isProposed).toBe(false);
  });
});

describe('a person says who the tutor is', () => {
  const settle = (person: ReturnType<typeof known>, answer: string | null) =>
    settleTutor(match(person), typed, answer);

  it('nothing is decided while nobody has said', () => {
    const refused = { kind: 'refused', field: 'namesake' };
    expect(settle(known(), null)).toMatchObject(refused);
    expect(settle(known(), 'p9')).toMatchObject(refused);
  });

  it('the same person takes the mail typed', () => {
    expect(settle(known(), 'p1')).toMatchObject({ kind: 'known', takesMail: true });
  });

  it('someone else of the same name is new', () => {
    expect(settle(known(), otherPerson)).toEqual({ kind: 'new' });
  });

  it('an address of somebody else is refused whatever the answer', () => {
    const other = known({ birthName: 'Haddad', givenName: 'Karim', email: typed.email });
    expect(settle(other, otherPerson)).toMatchObject({ kind: 'refused', field: 'email' });
  });
});
