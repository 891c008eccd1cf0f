/** How a tutor can be asked online: by a link of their own, or why not. */
export type TutorReach = 'link' | 'no_address' | 'shared_address';

/**
 * A link sent to an address that lets another tutor in would open the other's files: who has no
 * address of their own answers on paper.
 */
export function findTutorReach(email: string | null, isAddressOfAnother: boolean): TutorReach {
  if (email === null) return 'no_address';
  return isAddressOfAnother ? 'shared_address' : 'link';
}

/** What the office is told of a tutor whom no link reaches, and what to do; `null` when one does. */
export function tellUnreachable(reach: TutorReach, who: string): string | null {
  switch (reach) {
    case 'link':
      return null;
    case 'no_address':
      return `${who} n’a pas d’adresse mail : ajoutez-la sur sa fiche, ou saisissez sa feuille papier.`;
    case 'shared_address':
      return `${who} a la même adresse mail qu’un autre tuteur : demandez-lui une adresse personnelle, ou saisissez sa feuille papier.`;
  }
}
