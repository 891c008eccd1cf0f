import { formatName } from '../people/format-name.ts';
import { type PersonTraits, recognisePerson } from '../people/recognise-person.ts';
import type { CellProblem, LearnerRow, ReadRow } from './read-learner-row.ts';

interface Holder {
  readonly line: number;
  readonly traits: PersonTraits;
}

/** To whom a file gives each address, as learners and as tutors. */
export interface FileMails {
  readonly learners: ReadonlyMap<string, readonly Holder[]>;
  readonly tutors: ReadonlyMap<string, readonly Holder[]>;
}

/** Somebody as a learner's line names them. */
export const traitsOfLearner = (row: LearnerRow): PersonTraits => ({
  givenName: row.givenName ?? '',
  birthName: row.birthName ?? '',
  usageName: row.usageName,
  birthDate: row.birthDate,
  email: row.email,
});

const traitsOfTutor = (row: LearnerRow): PersonTraits => ({
  givenName: row.tutorGivenName ?? '',
  birthName: row.tutorBirthName ?? '',
  birthDate: null,
  email: row.tutorEmail,
});

/** One map of the addresses of a file, learners and tutors together. */
export function indexFileMails(rows: readonly ReadRow[]): FileMails {
  const list = (traitsOf: (row: LearnerRow) => PersonTraits) => {
    const holders = new Map<string, Holder[]>();
    for (const { row, line } of rows) {
      const traits = traitsOf(row);
      if (traits.email === null) continue;
      const there = holders.get(traits.email);
      if (there) there.push({ line, traits });
      else holders.set(traits.email, [{ line, traits }]);
    }
    return holders;
  };
  return { learners: list(traitsOfLearner), tutors: list(traitsOfTutor) };
}

/**
 * The addresses of a line that another line gives to someone else in the other role: said at both
 * lines. The same person may learn on one and be a tutor on the other.
 */
export function findMailClashes(
  { row, line }: Pick<ReadRow, 'row' | 'line'>,
  { learners, tutors }: FileMails,
): readonly CellProblem[] {
  const findOther = (traits: PersonTraits, holders: FileMails['learners']) =>
    holders
      .get(traits.email ?? '')
      ?.find((one) => one.line !== line && isSomeoneElse(traits, one.traits));
  const tutor = findOther(traitsOfLearner(row), tutors);
  const learner = findOther(traitsOfTutor(row), learners);
  return [
    ...(tutor ? [tell('email', 'au tuteur', tutor)] : []),
    ...(learner ? [tell('tutorEmail', 'à l’apprenant', learner)] : []),
  ];
}

const isSomeoneElse = (one: PersonTraits, other: PersonTraits): boolean =>
  recognisePerson(one, [other]).outcome === 'mail_taken';

const tell = (
  field: 'email' | 'tutorEmail',
  toWhom: string,
  { line, traits }: Holder,
): CellProblem => ({
  field,
  message: `Cette adresse est aussi donnée ${toWhom} de la ligne ${line}, ${formatName(traits)} : chacun a la sienne.`,
});
