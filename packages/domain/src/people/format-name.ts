/** « Bonnet Maxime »: the name in use, then the given name, in every list and document. */
export const formatName = (person: {
  readonly givenName: string;
  readonly birthName: string;
  readonly usageName?: string | null;
}): string => `${person.usageName ?? person.birthName} ${person.givenName}`;
