import { describe, expect, it } from '@jest/globals';
import { findMailClashes, indexFileMails } from './file-mails.ts';
import { blankLearnerRow, type LearnerRow, type ReadRow } from './read-learner-row.ts';

const email = 'commun@exemple.fr';
const lineOf = (line: number, more: Partial<LearnerRow>): ReadRow => ({
  line,
  cells: [],
  row: { ...blankLearnerRow, ...more },
  problems: [],
});
const learner = lineOf(2, { givenName: 'Lina', birthName: 'Abadie', email });
const tutorNamed = (tutorGivenName: string, tutorBirthName: string, line = 3) =>
  lineOf(line, {
    givenName: 'Maxime',
    birthName: 'Bonnet',
    email: 'maxime@exemple.fr',
    tutorGivenName,
    tutorBirthName,
    tutorEmail: email,
  });
const clashesOf = (...rows: readonly ReadRow[]) => {
  const mails = indexFileMails(rows);
  return rows.map((row) =>
    findMailClashes(row, mails).map(({ field, message }) => [field, message]),
  );
};

describe('one address is one person’s in a whole file (issue 2: people recognised, not doubled)', () => {
  it('given to a learner and to a tutor of another name, it is said at both cells', () => {
    const said = [
      [['email', expect.stringContaining('au tuteur de la ligne 3, Ferrand Hélène')]],
      [['tutorEmail', expect.stringContaining('à l’apprenant de la ligne 2, Abadie Lina')]],
    ];
    const tutor = tutorNamed('Hélène', 'Ferrand');
    expect(clashesOf(learner, tutor)).toEqual(said);
    expect(clashesOf(tutor, learner)).toEqual(said.toReversed());
  });

  it('someone who learns on one line and is a tutor on another keeps theirs', () => {
    expect(clashesOf(learner, tutorNamed('Lina', 'ABADIE'))).toEqual([[], []]);
  });

  it('the tutors of a file may share one tutor, and say so line by line', () => {
    const rows = [tutorNamed('Hélène', 'Ferrand'), tutorNamed('Hélène', 'Ferrand', 4)];
    expect(clashesOf(...rows)).toEqual([[], []]);
  });
});
