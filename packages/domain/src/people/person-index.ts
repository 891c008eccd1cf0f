import { recallMatchKey } from './describe-match-key.ts';
import { normaliseName } from './normalise-name.ts';
import type { PersonTraits } from './recognise-person.ts';

/** Persons by mail, by match key and by birth date: recognition looks at the few that may fit, not at all. */
export interface PersonIndex<Known extends PersonTraits> {
  /** Those who share a mail, the names, or given name and birth date, of a candidate. */
  candidates(traits: PersonTraits): readonly Known[];
  add(person: Known): void;
}

/** Under which a usage name is looked for: somebody else born that day is nobody to look at. */
const keyOfBirth = ({ givenName, birthDate }: PersonTraits): string =>
  `${birthDate} ${normaliseName(givenName)}`;

/** Indexes persons for `recognisePerson`. */
export function indexPersons<Known extends PersonTraits>(
  persons: readonly Known[],
): PersonIndex<Known> {
  const byKey = new Map<string, Known[]>();
  const byMail = new Map<string, Known[]>();
  const byBirth = new Map<string, Known[]>();
  const put = (map: Map<string, Known[]>, key: string, person: Known) => {
    const there = map.get(key);
    if (there) there.push(person);
    else map.set(key, [person]);
  };
  const add = (person: Known) => {
    put(byKey, recallMatchKey(person), person);
    if (person.email !== null) put(byMail, person.email.toLowerCase(), person);
    if (person.birthDate !== null) put(byBirth, keyOfBirth(person), person);
  };
  for (const person of persons) add(person);
  return {
    add,
    candidates: (traits) => [
      ...new Set([
        ...(byKey.get(recallMatchKey(traits)) ?? []),
        ...(traits.email === null ? [] : (byMail.get(traits.email.toLowerCase()) ?? [])),
        ...(traits.birthDate === null ? [] : (byBirth.get(keyOfBirth(traits)) ?? [])),
      ]),
    ],
  };
}
