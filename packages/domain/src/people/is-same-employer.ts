import { normaliseName } from './normalise-name.ts';

/** What tells an employer from another; `null` when not known. */
export interface EmployerTraits {
  readonly employerName: string | null;
  readonly siret: string | null;
}

/** The same SIRET, or the same name (accents and case aside) when one of the two has no SIRET. */
export function isSameEmployer(a: EmployerTraits, b: EmployerTraits): boolean {
  if (a.siret !== null && b.siret !== null) return a.siret === b.siret;
  if (a.employerName === null || b.employerName === null) return false;
  return normaliseName(a.employerName) === normaliseName(b.employerName);
}
