/**
 * A mail address as forms and files take it, in either case: no accent, no space, no two dots in a
 * row, a domain with a name of at least two letters.
 */
export const mailAddress =
  /^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;
