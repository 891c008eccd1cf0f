import { formatDay, joinWords } from '../french-format.ts';
import { formatName } from '../people/format-name.ts';
import { listOfEmployer } from './find-employment.ts';
import type { KnownEmployment } from './known-person.ts';
import type { LearnerRow } from './read-learner-row.ts';

/**
 * What a row that names an employer nobody knows adds to a person: « Nouvel employeur : Cabinet
 * Ferrant, en plus de Cabinet Ferrand ; tuteur Ferrand Hélène. » It says how to keep one and the same
 * employer, for a name is easily spelt otherwise.
 */
export function tellNewEmployer(row: LearnerRow, known: readonly KnownEmployment[]): string {
  const [former] = listOfEmployer(row, known).toSorted(byEnd);
  if (former) return tellNewContract(row, former);
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

/** The one that ended last comes first. */
const byEnd = (one: KnownEmployment, other: KnownEmployment): number =>
  (other.endsOn ?? '').localeCompare(one.endsOn ?? '');

/** A contract beside one that has ended with the same employer. */
function tellNewContract(
  { employerName, hireDate }: LearnerRow,
  { endsOn, record }: KnownEmployment,
): string {
  const ended = endsOn === null ? '' : ` a fini le ${formatDay(endsOn)}`;
  const former = record.hireDate ? `celui du ${formatDay(record.hireDate)}` : 'le précédent';
  return [
    `Nouveau contrat chez ${employerName} : ${former}${ended}.`,
    ...(hireDate === null ? [] : [`Ses délais partent de l’embauche du ${formatDay(hireDate)}.`]),
    'Si c’est le même contrat, écrivez sa date d’embauche comme dans le dossier.',
  ].join(' ');
}
