import type { Framework } from '../frameworks/framework.ts';
import {
  areNamesExchanged,
  namesExchangedInFile,
  tellNamesKept,
} from '../people/are-names-exchanged.ts';
import { formatName } from '../people/format-name.ts';
import { indexPersons, type PersonIndex } from '../people/person-index.ts';
import {
  isOtherBirthDate,
  type PersonMatch,
  type PersonTraits,
  recognisePerson,
} from '../people/recognise-person.ts';
import type { PlainDate } from '../plain-date.ts';
import { checkRow, type ImportContext, warnOfRow } from './check-row.ts';
import { diffRow, type FieldChange } from './diff-row.ts';
import { type FileMails, findMailClashes, indexFileMails, traitsOfLearner } from './file-mails.ts';
import { findEmployment } from './find-employment.ts';
import type { KnownPerson } from './known-person.ts';
import { askBirthDate, type BirthDateAnswers, type BirthDateQuestion } from './plan-birth-date.ts';
import { type PlannedTutor, planTutor, type SeenTutors, type TutorAnswers } from './plan-tutor.ts';
import type { CellProblem, LearnerRow, ReadRow } from './read-learner-row.ts';
import { tellNewEmployer } from './tell-new-employer.ts';

/** What a new enrolment takes when its line does not say. */
export type ImportDefaults = Partial<Pick<LearnerRow, 'profile' | 'route' | 'funder' | 'startsOn'>>;

export type RowOutcome = 'new' | 'changed' | 'unchanged' | 'error';

export interface PlannedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcome;
  readonly name: string;
  /** The row with the defaults of a new enrolment. */
  readonly row: LearnerRow;
  /** The person recognised; `null` when the line makes a new one. */
  readonly person: KnownPerson | null;
  /** The employment that the line speaks of; `null` for none or a new one. */
  readonly employmentId: string | null;
  readonly isNewEmployment: boolean;
  /** What the row adds beside what is known, as French sentences: another employer. */
  readonly additions: readonly string[];
  /** What the row says otherwise and does not change, as French sentences: exchanged names. */
  readonly kept: readonly string[];
  /** The tutor that the line names; `null` when it names none. */
  readonly tutor: PlannedTutor | null;
  /** The birth date of which a person says which is right; `null` when it is not asked. */
  readonly birthDate: BirthDateQuestion | null;
  /** Fields that would change, with the value before; empty for a new enrolment of a new person. */
  readonly changes: readonly FieldChange[];
  readonly problems: readonly CellProblem[];
  /** What is worth knowing and stops nothing, as French sentences. */
  readonly warnings: readonly string[];
}

export interface ImportRequest {
  readonly rows: readonly ReadRow[];
  readonly known: readonly KnownPerson[];
  readonly framework: Framework;
  readonly defaults: ImportDefaults;
  readonly today: PlainDate;
  readonly context: ImportContext;
  /** Who the tutors are whose names are known with another mail, as a person said. */
  readonly tutorAnswers: TutorAnswers;
  /** Which birth date is right, as a person said, of somebody known with another one. */
  readonly birthDateAnswers: BirthDateAnswers;
}

/**
 * Decides what each line of a file of learners does: makes someone, changes what is known, changes
 * nothing, or cannot be taken and why. A blank cell never erases. Importing the same file again
 * finds every line unchanged.
 */
export function planLearnerImport(request: ImportRequest): readonly PlannedRow[] {
  const index = indexPersons(request.known);
  const earlier = indexPersons<PersonTraits & { readonly line: number }>([]);
  const seen: SeenTutors = { nameOfMail: new Map(), mailsOfName: new Map() };
  const mails = indexFileMails(request.rows);
  return request.rows.map((read) => {
    const traits = { ...traitsOfLearner(read.row), line: read.line };
    const twin = recognisePerson(traits, earlier.candidates(traits));
    earlier.add(traits);
    const planned = planRow(read, traits, request, { index, seen, mails });
    const repeated = twin.person && describeTwin(twin, twin.person.line);
    return repeated ? withProblem(planned, repeated) : planned;
  });
}

function describeTwin(twin: PersonMatch<unknown>, line: number): CellProblem | null {
  const { outcome } = twin;
  if (outcome === 'mail_taken')
    return {
      field: 'email',
      message: `Cette adresse est aussi celle de la ligne ${line} : chacun a la sienne.`,
    };
  if (outcome === 'new') return null;
  if (isOtherBirthDate(twin))
    return {
      field: 'birthDate',
      message: `Même nom et même adresse que la ligne ${line}, avec une autre date de naissance : gardez la bonne, sur une seule ligne.`,
    };
  if (outcome === 'possible')
    return {
      field: 'birthDate',
      message: `Même nom que la ligne ${line} : complétez la date de naissance pour les départager.`,
    };
  return { field: null, message: `Même personne que la ligne ${line} : gardez une seule ligne.` };
}

const withProblem = (planned: PlannedRow, problem: CellProblem): PlannedRow => ({
  ...planned,
  outcome: 'error',
  problems: [...planned.problems, problem],
});

/** Those whom a line is compared with: known to the centre, named by the lines. */
interface Surroundings {
  readonly index: PersonIndex<KnownPerson>;
  readonly seen: SeenTutors;
  readonly mails: FileMails;
}

function planRow(
  read: ReadRow,
  traits: PersonTraits,
  request: ImportRequest,
  { index, seen, mails }: Surroundings,
): PlannedRow {
  const match = recognisePerson(traits, index.candidates(traits));
  const birthDate = askBirthDate(traits, match, request.birthDateAnswers);
  const isSettled = birthDate !== null && birthDate.answer !== null;
  const person = match.outcome === 'same' || isSettled ? match.person : null;
  const isNew = person === null || person.enrolment === null;
  const isExchanged = person !== null && areNamesExchanged(traits, person);
  const row = {
    ...read.row,
    ...(isNew ? fillBlanks(read.row, request.defaults) : {}),
    ...(birthDate?.answer === 'known' ? { birthDate: birthDate.known } : {}),
    // A birth name is never rewritten by a file that took one column for the other.
    ...(isExchanged ? { givenName: person.givenName, birthName: person.birthName } : {}),
  };
  const employment = person && findEmployment(row, person.employments, request.today);
  const tutor = planTutor(read, index, request.tutorAnswers, seen);
  const isNewEmployment = row.employerName !== null && employment === null;
  const enrolment = person?.enrolment ?? null;
  const changes = listChanges(row, person, employment?.record ?? null);
  const { framework, today, context } = request;
  const employments = person?.employments ?? [];
  const check = { row, framework, today, enrolment, employment, employments, changes, context };
  const problems = [
    ...read.problems,
    ...(isSettled ? [] : recognitionProblems(match)),
    ...(tutor?.problems ?? []),
    ...findMailClashes(read, mails),
    ...checkRow(check).filter(({ field }) => !isUnread(read, field)),
  ];
  return {
    line: read.line,
    cells: read.cells,
    outcome: problems.length > 0 ? 'error' : describeOutcome(isNew, isNewEmployment, changes),
    name: describeName(row),
    row,
    person,
    employmentId: employment?.id ?? null,
    isNewEmployment,
    tutor,
    birthDate,
    changes,
    kept: isExchanged ? [tellNamesKept(person)] : [],
    additions: isNewEmployment && person ? [tellNewEmployer(row, person.employments)] : [],
    problems,
    warnings: [...(isExchanged ? [namesExchangedInFile] : []), ...warnOfRow(check)],
  };
}

/** A cell that could not be read has said why: it is not asked for a second time. */
const isUnread = ({ problems }: ReadRow, field: CellProblem['field']): boolean =>
  field !== null && problems.some((problem) => problem.field === field);

const describeOutcome = (
  isNew: boolean,
  isNewEmployment: boolean,
  changes: readonly FieldChange[],
): RowOutcome => {
  if (isNew) return 'new';
  return isNewEmployment || changes.length > 0 ? 'changed' : 'unchanged';
};

const describeName = ({ givenName, birthName, usageName }: LearnerRow): string =>
  formatName({ givenName: givenName ?? '', birthName: birthName ?? '', usageName }).trim();

function fillBlanks(row: LearnerRow, defaults: ImportDefaults): Partial<LearnerRow> {
  return {
    profile: row.profile ?? defaults.profile ?? null,
    route: row.route ?? defaults.route ?? null,
    funder: row.funder ?? defaults.funder ?? null,
    startsOn: row.startsOn ?? defaults.startsOn ?? null,
  };
}

function listChanges(
  row: LearnerRow,
  person: KnownPerson | null,
  employment: Partial<LearnerRow> | null,
): readonly FieldChange[] {
  if (person === null) return [];
  return [
    ...diffRow(row, person.record),
    ...(person.enrolment ? diffRow(row, person.enrolment.record) : []),
    ...(employment ? diffRow(row, employment) : []),
  ];
}

function recognitionProblems(match: PersonMatch<KnownPerson>): readonly CellProblem[] {
  const { outcome } = match;
  const facts = match.reasons[0]?.facts ?? '';
  if (isOtherBirthDate(match)) return [{ field: 'birthDate', message: facts }];
  if (outcome === 'mail_taken') return [{ field: 'email', message: facts }];
  if (outcome !== 'possible') return [];
  return [
    {
      field: 'birthDate',
      message: `${facts} Complétez la date de naissance des deux côtés pour les départager.`,
    },
  ];
}
