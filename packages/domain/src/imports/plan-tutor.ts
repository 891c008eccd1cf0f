import { recallMatchKey } from '../people/describe-match-key.ts';
import { formatName } from '../people/format-name.ts';
import type { EmployerTraits } from '../people/is-same-employer.ts';
import type { PersonIndex } from '../people/person-index.ts';
import {
  type NamesakeAnswer,
  otherPerson,
  recogniseTutor,
  settleTutor,
  type TutorNamesake,
  type TypedTutor,
} from '../people/recognise-tutor.ts';
import type { KnownPerson } from './known-person.ts';
import type { CellProblem, LearnerRow } from './read-learner-row.ts';

type FileTutor = TypedTutor & { readonly email: string };

/** What was said of the tutors of a file, by the mail that it gives them: one mail is one tutor. */
export type TutorAnswers = ReadonlyMap<string, NamesakeAnswer>;

/** The tutor that a line names, and who they are. */
export interface PlannedTutor {
  readonly typed: FileTutor;
  /** The person recognised; `null` for a new one, or while it is not said who they are. */
  readonly person: KnownPerson | null;
  /** The mail of the file becomes theirs. */
  readonly takesMail: boolean;
  /** Those among whom a person says who it is; none when nothing is to be asked. */
  readonly namesakes: readonly TutorNamesake<KnownPerson>[];
  /** A person must say who it is, or has said so. */
  readonly isAsked: boolean;
  readonly answer: NamesakeAnswer | null;
  readonly problems: readonly CellProblem[];
}

/** The tutors of the lines read so far: one mail is one tutor, and one tutor has one mail. */
export interface SeenTutors {
  readonly nameOfMail: Map<string, string>;
  /** The first line of each mail, by the names that it was given with. */
  readonly mailsOfName: Map<string, Map<string, number>>;
}

/** An employer as a line or a record names it. */
export const employerOf = (row: Partial<LearnerRow>): EmployerTraits => ({
  employerName: row.employerName ?? null,
  siret: row.siret ?? null,
});

/**
 * Recognises the tutor of a line, with what was answered about their mail; `null` without one. The
 * line is added to those seen.
 */
export function planTutor(
  { row, line }: { readonly row: LearnerRow; readonly line: number },
  index: PersonIndex<KnownPerson>,
  answers: TutorAnswers,
  seen: SeenTutors,
): PlannedTutor | null {
  const { tutorGivenName: givenName, tutorBirthName: birthName, tutorEmail: email } = row;
  if (givenName === null || birthName === null || email === null) return null;
  const typed = { givenName, birthName, email };
  const known = index.candidates({ ...typed, birthDate: null });
  const match = recogniseTutor(typed, employerOf(row), known);
  const answer = answers.get(email) ?? null;
  const settled = settleTutor(match, typed, answer);
  const isKnown = settled.kind === 'known';
  const twin = findTwin(typed, seen);
  const shared = isMailOfAnother(typed, line, seen);
  return {
    typed,
    person: isKnown ? settled.person : null,
    takesMail: isKnown && settled.takesMail,
    namesakes: match.namesakes,
    isAsked: match.namesakes.length > 0 || twin !== null,
    answer,
    problems: [
      ...(email === row.email ? [learnersMail] : []),
      ...(settled.kind === 'refused' ? [atMail(settled.message)] : []),
      ...(shared ? [mailOfAnother] : []),
      ...(twin !== null && answer !== otherPerson ? [atMail(twin)] : []),
    ],
  };
}

const atMail = (message: string): CellProblem => ({ field: 'tutorEmail', message });

const learnersMail = atMail(
  'Le tuteur et l’apprenant ont la même adresse mail : chacun a la sienne.',
);
const mailOfAnother = atMail(
  'Cette adresse est donnée plus haut à un autre tuteur : vérifiez les deux lignes.',
);

/** Whether an earlier line gives the mail to other names; the line is added to those seen. */
function isMailOfAnother(typed: FileTutor, line: number, seen: SeenTutors): boolean {
  const key = recallMatchKey(typed);
  const before = seen.nameOfMail.get(typed.email);
  if (before !== undefined) return before !== key;
  seen.nameOfMail.set(typed.email, key);
  const mails = seen.mailsOfName.get(key);
  if (mails) mails.set(typed.email, line);
  else seen.mailsOfName.set(key, new Map([[typed.email, line]]));
  return false;
}

/** What to say of a tutor whom an earlier line names with another mail; `null` for none. */
function findTwin(typed: FileTutor, { mailsOfName }: SeenTutors): string | null {
  const [first] = mailsOfName.get(recallMatchKey(typed)) ?? [];
  if (first === undefined || first[0] === typed.email) return null;
  const [email, line] = first;
  return `${formatName(typed)} est aussi tuteur à la ligne ${line}, à l’adresse ${email} : donnez la même adresse, ou dites que c’est quelqu’un d’autre du même nom.`;
}

/** A tutor of the file about whom a person must say, or has said, who it is. */
export interface TutorQuestion {
  readonly email: string;
  readonly name: string;
  readonly lines: readonly number[];
  readonly namesakes: readonly TutorNamesake<KnownPerson>[];
  readonly answer: NamesakeAnswer | null;
}

/** The questions of a file, each mail once. */
export function listTutorQuestions(
  rows: readonly { readonly line: number; readonly tutor: PlannedTutor | null }[],
): readonly TutorQuestion[] {
  const questions = new Map<string, TutorQuestion>();
  for (const { line, tutor } of rows) {
    if (!tutor?.isAsked) continue;
    const { email } = tutor.typed;
    const before = questions.get(email);
    questions.set(email, {
      email,
      name: formatName(tutor.typed),
      lines: [...(before?.lines ?? []), line],
      namesakes: tutor.namesakes,
      answer: tutor.answer,
    });
  }
  return [...questions.values()];
}
