import { normaliseName } from './normalise-name.ts';

interface Names {
  readonly givenName: string;
  readonly birthName: string;
}

/**
 * Whether two spellings of somebody's names differ by their columns alone: the given name of the one
 * is the birth name of the other, both ways. Somebody of the same name twice is no such case.
 */
export function areNamesExchanged(one: Names, other: Names): boolean {
  const given = normaliseName(one.givenName);
  const birth = normaliseName(one.birthName);
  return (
    given !== birth &&
    given !== '' &&
    birth !== '' &&
    given === normaliseName(other.birthName) &&
    birth === normaliseName(other.givenName)
  );
}

/** What a file says of somebody whose names it exchanges: they stay as they are known. */
export const namesExchangedInFile =
  'Nom et prénom sont échangés par rapport à la personne déjà connue du centre : ses noms restent comme ils sont. Si c’est sa fiche qui se trompe, corrigez-les là.';

/**
 * What a line of a file would have changed of exchanged names, and does not, as a French sentence.
 * @param known the names that stay
 */
export const tellNamesKept = ({ givenName, birthName }: Names): string =>
  `Noms échangés dans le fichier, non repris : le prénom reste ${givenName}, le nom ${birthName}.`;

/**
 * What saving other names for somebody would do, as a French sentence; `null` when it does not
 * exchange them.
 */
export const tellNamesExchanged = (before: Names, after: Names): string | null =>
  areNamesExchanged(before, after)
    ? `Vous échangez le prénom et le nom de naissance : ce sera prénom ${after.givenName.trim()}, nom ${after.birthName.trim()}. Vérifiez sur la pièce d’identité.`
    : null;
