import { formatName } from '../people/format-name.ts';
import {
  isOtherBirthDate,
  type PersonMatch,
  type PersonTraits,
} from '../people/recognise-person.ts';
import type { PlainDate } from '../plain-date.ts';

export const birthDateAnswers = ['file', 'known'] as const;
/** Which of two birth dates a person says is right: the one of the file, or the one of the record. */
export type BirthDateAnswer = (typeof birthDateAnswers)[number];
/** The answers given, by the mail of the line. */
export type BirthDateAnswers = ReadonlyMap<string, BirthDateAnswer>;

/** Somebody known by the same mail and names with another birth date: a person says which is right. */
export interface BirthDateQuestion {
  readonly email: string;
  readonly name: string;
  readonly inFile: PlainDate;
  readonly known: PlainDate;
  readonly answer: BirthDateAnswer | null;
}

/** What a line asks about a birth date; `null` when it asks nothing. */
export function askBirthDate(
  { birthDate, email }: PersonTraits,
  match: PersonMatch<PersonTraits>,
  answers: BirthDateAnswers,
): BirthDateQuestion | null {
  const known = match.person?.birthDate ?? null;
  if (!isOtherBirthDate(match) || !match.person || !email || !birthDate || !known) return null;
  const answer = answers.get(email) ?? null;
  return { email, name: formatName(match.person), inFile: birthDate, known, answer };
}
