import { formatDay, joinWords } from '../french-format.ts';
import { formatName } from '../people/format-name.ts';
import type { LearnerRow } from './read-learner-row.ts';

type Known = { readonly record: Partial<LearnerRow> };

/**
 * What a row that names an employer nobody knows adds to a person: « Nouvel employeur : Cabinet
 * Ferrant, en plus de Cabinet Ferrand ; tuteur Ferrand Hélène. » It says how to keep one and the same
 * employer, for a name is easily spelt otherwise.
 */
export function tellNewEmployer(row: LearnerRow, known: readonly Known[]): string {
  const { employerName, hireDate, tutorGivenName, tutorBirthName } = row;
  const others = known.flatMap(({ record }) => record.employerName ?? []);
  const beside = others.length > 0 ? `, en plus de ${joinWords([...new Set(others)])}` : '';
  const tutor =
    tutorGivenName !== null && tutorBirthName !== null
      ? ` ; tuteur ${formatName({ givenName: tutorGivenName, birthName: tutorBirthName })}`
      : '';
  return [
    `Nouvel employeur : ${employerName}${beside}${tutor}.`,
    ...(hireDate === null ? [] : [`Ses délais partent de l’embauche du ${formatDay(hireDate)}.`]),
    ...(others.length > 0
      ? ['Si c’est le même employeur, écrivez son nom comme dans le dossier.']
      : []),
  ].join(' ');
}
