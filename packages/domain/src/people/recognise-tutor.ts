import { formatDay } from '../french-format.ts';
import type { Reason } from '../reason.ts';
import { recallMatchKey } from './describe-match-key.ts';
import { formatName } from './format-name.ts';
import { type EmployerTraits, isSameEmployer } from './is-same-employer.ts';
import { type PersonMatch, type PersonTraits, recognisePerson } from './recognise-person.ts';

/** A tutor as a form or a file names them: their birth date is never asked. */
export interface TypedTutor {
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string | null;
}

/** A person of the centre, with the employers at which they are or were a tutor. */
export interface KnownTutor extends PersonTraits {
  readonly tutoring: readonly EmployerTraits[];
}

/** Someone of the centre who has the names of the tutor typed and not their mail. */
export interface TutorNamesake<Known> {
  readonly person: Known;
  /** Same names, same employer, and no two mails that differ: it is most likely this person. */
  readonly isProposed: boolean;
  /** « Un tuteur du même nom existe : Ferrand Hélène, Cabinet du Dr Ferrand, sans adresse mail. » */
  readonly facts: string;
  /** What saying that it is this person does to their mail. */
  readonly consequence: string;
}

export interface TutorMatch<Known> extends PersonMatch<Known> {
  /** Whom a person must tell from the tutor typed; only when the outcome is `possible`. */
  readonly namesakes: readonly TutorNamesake<Known>[];
}

const source = 'Reconnaissance des personnes';

/**
 * Recognises a tutor among the persons of a centre rather than doubling them. A mail decides as for
 * anyone (`recognisePerson`); the same names with another mail, or with none on one side, are never
 * merged nor doubled unsaid: `possible`, with each namesake, the likeliest first, and a person says
 * who it is.
 */
export function recogniseTutor<Known extends KnownTutor>(
  tutor: TypedTutor,
  employer: EmployerTraits,
  known: readonly Known[],
): TutorMatch<Known> {
  const traits = { ...tutor, birthDate: null };
  const match = recognisePerson(traits, known);
  if (match.outcome !== 'possible') return { ...match, namesakes: [] };
  const key = recallMatchKey(traits);
  const namesakes = [...new Set(known)]
    .filter((person) => recallMatchKey(person) === key)
    .map((person) => describeNamesake(person, tutor, employer))
    .toSorted((a, b) => Number(b.isProposed) - Number(a.isProposed));
  const [first] = namesakes;
  const facts = first?.facts ?? '';
  return {
    outcome: 'possible',
    person: first?.person ?? null,
    reasons: [{ rule: 'tutor.namesake', met: false, facts, source } satisfies Reason],
    namesakes,
  };
}

/** What a person said of the tutor typed: someone else of the same name, or the id of whom it is. */
export type NamesakeAnswer = string;
/** The answer that says that nobody known is meant. */
export const otherPerson = 'other';

/** Who a typed tutor is, once a person has answered where it was asked. */
export type SettledTutor<Known> =
  | { readonly kind: 'known'; readonly person: Known; readonly takesMail: boolean }
  | { readonly kind: 'new' }
  | { readonly kind: 'refused'; readonly field: 'email' | 'namesake'; readonly message: string };

/**
 * Decides with the answer given, `null` while nobody has. The mail typed becomes that of the person
 * whom somebody recognised: nothing typed is lost, and the same mail recognises them from then on.
 */
export function settleTutor<Known extends KnownTutor & { readonly id: string }>(
  { outcome, person, reasons, namesakes }: TutorMatch<Known>,
  typed: TypedTutor,
  answer: NamesakeAnswer | null,
): SettledTutor<Known> {
  const facts = reasons[0]?.facts ?? '';
  if (outcome === 'mail_taken') return { kind: 'refused', field: 'email', message: facts };
  if (outcome === 'same' && person !== null) return { kind: 'known', person, takesMail: false };
  if (outcome === 'new' || answer === otherPerson) return { kind: 'new' };
  const chosen = namesakes.find((one) => one.person.id === answer)?.person;
  if (chosen === undefined)
    return {
      kind: 'refused',
      field: 'namesake',
      message: `${facts} Dites si c’est la même personne ou quelqu’un d’autre du même nom.`,
    };
  return {
    kind: 'known',
    person: chosen,
    takesMail: typed.email !== null && typed.email !== chosen.email,
  };
}

function describeNamesake<Known extends KnownTutor>(
  person: Known,
  typed: TypedTutor,
  employer: EmployerTraits,
): TutorNamesake<Known> {
  const isThere = person.tutoring.some((one) => isSameEmployer(one, employer));
  return {
    person,
    isProposed: isThere && (person.email === null || typed.email === null),
    facts: `${person.tutoring.length > 0 ? 'Un tuteur' : 'Une personne'} du même nom existe : ${describePerson(person)}.`,
    consequence: tellMail(person.email, typed.email),
  };
}

function describePerson(person: KnownTutor): string {
  const employers = person.tutoring.flatMap(({ employerName }) => employerName ?? []);
  return [
    formatName(person),
    ...new Set(employers),
    ...(person.birthDate === null ? [] : [`naissance le ${formatDay(person.birthDate)}`]),
    person.email ?? 'sans adresse mail',
  ].join(', ');
}

function tellMail(known: string | null, typed: string | null): string {
  if (typed === null || known === typed) return 'Son adresse ne change pas.';
  if (known === null) return `Son adresse devient ${typed}.`;
  return `Son adresse devient ${typed} au lieu de ${known}.`;
}
