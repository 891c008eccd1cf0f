import { formatDay, withDe } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';
import { areNamesExchanged } from './are-names-exchanged.ts';
import { describeMatchKey, recallMatchKey } from './describe-match-key.ts';
import { formatName } from './format-name.ts';

/** What is known of someone to tell them from others; `null` when not known. */
export interface PersonTraits {
  readonly givenName: string;
  readonly birthName: string;
  /** Absent where only the birth name is asked. */
  readonly usageName?: string | null;
  readonly birthDate: PlainDate | null;
  readonly email: string | null;
}

/**
 * `same`: it is this person, use their record. `possible`: a person must say. `mail_taken`: someone
 * else of the centre has this address. `new`: nobody resembles.
 */
export type Recognition = 'same' | 'possible' | 'mail_taken' | 'new';

export interface PersonMatch<Known> {
  readonly outcome: Recognition;
  /** The person recognised or to be compared with; `null` when new. */
  readonly person: Known | null;
  readonly reasons: readonly Reason[];
}

const source = 'Reconnaissance des personnes';

/**
 * Recognises someone among the persons of a centre rather than doubling them: by the same mail, or
 * by the same names (accents, hyphens, case and order aside) and birth date.
 *
 * A mail is sometimes shared by a whole surgery, so it does not prove an identity against the rest:
 * with other names and no common birth date it is `mail_taken`, also for someone whom the names and
 * birth date recognise as somebody else. The same names without a birth date
 * on both sides may be a namesake: `possible`. The same mail and names with another birth date are
 * one person of whom one date is wrong: `possible`, and a person says which is right.
 */
export function recognisePerson<Known extends PersonTraits>(
  candidate: PersonTraits,
  known: readonly Known[],
): PersonMatch<Known> {
  const key = recallMatchKey(candidate);
  const judged = known.map((person) => judge(candidate, key, person));
  const find = (outcome: Recognition) => judged.find((one) => one.outcome === outcome);
  const same = find('same');
  const taken = find('mail_taken');
  if (same?.person && isSameMail(same.person.email, candidate.email)) return same;
  return (
    taken ??
    judged.find(isOtherBirthDate) ??
    same ??
    find('possible') ?? { outcome: 'new', person: null, reasons: [] }
  );
}

/** Whether it is asked which of two birth dates is right. */
export const isOtherBirthDate = ({ reasons }: Pick<PersonMatch<unknown>, 'reasons'>): boolean =>
  reasons[0]?.rule === 'person.other-birth-date';

function judge<Known extends PersonTraits>(
  candidate: PersonTraits,
  key: string,
  person: Known,
): PersonMatch<Known> {
  const hasSameMail = isSameMail(candidate.email, person.email);
  const hasSameNames = key === recallMatchKey(person);
  const birthDates = compareDays(candidate.birthDate, person.birthDate);
  if (hasSameNames && birthDates === 'same')
    return recognised(person, 'names-and-birth-date', candidate);
  if (hasSameMail && birthDates === 'same') return recognised(person, 'mail', candidate);
  if (hasSameMail && birthDates === 'unknown' && (hasSameNames || sharesWord(key, person)))
    return recognised(person, 'mail', candidate);
  if (hasSameMail && hasSameNames) return otherBirthDate(candidate, person);
  if (hasSameMail) return mailTaken(person);
  if (hasSameNames && birthDates === 'unknown') return namesake(person);
  if (birthDates === 'same' && sharesUsageName(candidate, person)) return renamed(person);
  return { outcome: 'new', person: null, reasons: [] };
}

/** Married names and birth names change places from one paper to the next. */
function sharesUsageName(candidate: PersonTraits, person: PersonTraits): boolean {
  const names = (one: PersonTraits) =>
    [one.birthName, one.usageName].flatMap((birthName) =>
      birthName ? [describeMatchKey({ givenName: one.givenName, birthName })] : [],
    );
  const known = names(person);
  return names(candidate).some((name) => known.includes(name));
}

const isSameMail = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

function compareDays(a: PlainDate | null, b: PlainDate | null): 'same' | 'other' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  return a === b ? 'same' : 'other';
}

/** A usage name or a second given name leaves at least one word in common. */
function sharesWord(key: string, person: PersonTraits): boolean {
  const words = new Set(key.split(' '));
  return recallMatchKey(person)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}

function recognised<Known extends PersonTraits>(
  person: Known,
  by: 'mail' | 'names-and-birth-date',
  candidate: PersonTraits,
): PersonMatch<Known> {
  const { givenName, birthName } = person;
  const known =
    by === 'mail'
      ? `${formatName(person)} est déjà connu du centre, à la même adresse mail.`
      : `${formatName(person)}, même nom et même date de naissance, est déjà connu du centre.`;
  const facts = areNamesExchanged(candidate, person)
    ? `${known} Nom et prénom sont échangés : là-bas, le prénom est ${givenName} et le nom ${birthName}.`
    : known;
  return {
    outcome: 'same',
    person,
    reasons: [{ rule: `person.same-${by}`, met: true, facts, source }],
  };
}

const mailTaken = <Known extends PersonTraits>(person: Known): PersonMatch<Known> => ({
  outcome: 'mail_taken',
  person,
  reasons: [
    {
      rule: 'person.mail-is-personal',
      met: false,
      facts: tellMailTaken(person),
      source,
    },
  ],
});

/** An address that is somebody else's; the sentence goes at the field of the mail. */
export const tellMailTaken = (
  person: Pick<PersonTraits, 'givenName' | 'birthName' | 'usageName'>,
): string =>
  `Cette adresse est celle ${withDe(formatName(person))} : chacun se connecte avec la sienne, demandez-en une autre.`;

const otherBirthDate = <Known extends PersonTraits>(
  candidate: PersonTraits,
  person: Known,
): PersonMatch<Known> => ({
  outcome: 'possible',
  person,
  reasons: [
    {
      rule: 'person.other-birth-date',
      met: false,
      facts: `${formatName(person)} a ce nom et cette adresse mail, mais une autre date de naissance : ${tellBirth(person)}, et non ${tellBirth(candidate)}. Laquelle est juste ?`,
      source,
    },
  ],
});

const tellBirth = ({ birthDate }: PersonTraits): string =>
  birthDate === null ? 'inconnue' : `le ${formatDay(birthDate)}`;

const namesake = <Known extends PersonTraits>(person: Known): PersonMatch<Known> => ({
  outcome: 'possible',
  person,
  reasons: [
    {
      rule: 'person.namesake',
      met: false,
      facts: `${formatName(person)}${describeBirth(person)} porte le même nom : est-ce la même personne ?`,
      source,
    },
  ],
});

const renamed = <Known extends PersonTraits>(person: Known): PersonMatch<Known> => ({
  outcome: 'possible',
  person,
  reasons: [
    {
      rule: 'person.usage-name',
      met: false,
      facts: `${formatName(person)}${describeBirth(person)} porte le même prénom et ce nom de naissance ou d’usage : est-ce la même personne ?`,
      source,
    },
  ],
});

const describeBirth = ({ birthDate }: PersonTraits): string =>
  birthDate === null ? ', sans date de naissance' : `, né(e) le ${formatDay(birthDate)},`;
