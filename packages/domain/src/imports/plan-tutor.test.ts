import { describe, expect, it } from '@jest/globals';
import { indexPersons } from '../people/person-index.ts';
import type { KnownPerson } from './known-person.ts';
import { planTutor, type TutorAnswers } from './plan-tutor.ts';
import { blankLearnerRow, type LearnerRow } from './read-learner-row.ts';

const practice = { employerName: 'Cabinet Ferrand', siret: null };
const ferrand: KnownPerson = {
  id: 'p1',
  givenName: 'Hélène',
  birthName: 'Ferrand',
  birthDate: null,
  email: 'dr.ferrand@exemple.fr',
  record: {},
  enrolment: null,
  employments: [],
  tutoring: [practice],
};

function plan(
  tutors: readonly Partial<LearnerRow>[],
  known: readonly KnownPerson[] = [],
  answers: TutorAnswers = new Map(),
) {
  const seen = { nameOfMail: new Map(), mailsOfName: new Map() };
  const index = indexPersons(known);
  return tutors.map((tutor, at) => {
    const named = { tutorGivenName: 'Hélène', tutorBirthName: 'Ferrand', ...practice, ...tutor };
    const row = { ...blankLearnerRow, ...named };
    return planTutor({ row, line: at + 2 }, index, answers, seen);
  });
}

const messagesOf = (planned: ReturnType<typeof plan>) =>
  planned.map((tutor) => tutor?.problems.map(({ message }) => message));

describe('the tutors of a file', () => {
  const other = { tutorEmail: 'h.ferrand@exemple.fr' };

  it('the names of a known tutor with another mail stop the line until it is said who it is', () => {
    const [asked] = plan([other], [ferrand]);
    expect(asked).toMatchObject({ person: null, isAsked: true });
    expect(asked?.problems[0]?.message).toContain('Un tuteur du même nom existe : Ferrand Hélène');
    const [same] = plan([other], [ferrand], new Map([['h.ferrand@exemple.fr', 'p1']]));
    expect(same).toMatchObject({ person: { id: 'p1' }, takesMail: true, problems: [] });
    const [someoneElse] = plan([other], [ferrand], new Map([['h.ferrand@exemple.fr', 'other']]));
    expect(someoneElse).toMatchObject({ person: null, isAsked: true, problems: [] });
  });

  it('one name at two mails in the file is asked about too', () => {
    const lines = [{ tutorEmail: 'a@exemple.fr' }, { tutorEmail: 'b@exemple.fr' }];
    expect(messagesOf(plan(lines))).toEqual([
      [],
      [expect.stringContaining('est aussi tuteur à la ligne 2, à l’adresse a@exemple.fr')],
    ]);
    expect(messagesOf(plan(lines, [], new Map([['b@exemple.fr', 'other']])))).toEqual([[], []]);
  });

  it('one mail for two names is refused', () => {
    const lines = [
      { tutorEmail: 'a@exemple.fr' },
      { tutorEmail: 'a@exemple.fr', tutorBirthName: 'Petit' },
    ];
    expect(messagesOf(plan(lines))[1]?.[0]).toContain('donnée plus haut à un autre tuteur');
  });

  it('the tutor and the learner do not share a mail', () => {
    const [shared] = plan([{ tutorEmail: 'a@exemple.fr', email: 'a@exemple.fr' }]);
    expect(shared?.problems[0]?.message).toContain('la même adresse mail');
  });
});
