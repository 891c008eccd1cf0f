interface Name {
  readonly givenName: string;
  readonly birthName: string;
  readonly usageName?: string | null;
}

/** « Bonnet Maxime »: the name in use, then the given name, in every list and document. */
export const formatName = (person: Name): string =>
  `${person.usageName ?? person.birthName} ${person.givenName}`;

/** « Maxime Bonnet », inside a sentence. */
export const formatSpokenName = (person: Name): string =>
  `${person.givenName} ${person.usageName ?? person.birthName}`;
