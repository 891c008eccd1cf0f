import type { Answer } from '@jalon/contract';
import type { RegistryState } from '@jalon/domain';
import type { Tone } from '../../components/state-badge.tsx';

export type Registry = Answer<'GET /registry-reports'>;
export type RegistryPerson = Registry['people'][number];
export type RegistrySettings = NonNullable<Registry['settings']>;

export const stateWords: Record<RegistryState, { readonly label: string; readonly tone: Tone }> = {
  to_complete: { label: 'À compléter', tone: 'warn' },
  to_send: { label: 'À envoyer', tone: 'ready' },
  rejected: { label: 'Rejeté', tone: 'bad' },
  sent: { label: 'Envoyé', tone: 'ready' },
  accepted: { label: 'Accepté', tone: 'ok' },
};

/** Neither sent nor accepted: somebody has something to do. */
export const isOpen = ({ state }: Pick<RegistryPerson, 'state'>): boolean =>
  state !== 'sent' && state !== 'accepted';

export const countState = (people: readonly RegistryPerson[], state: RegistryState): number =>
  people.filter((person) => person.state === state).length;

/** The page's title: what presses most. */
export function describeRegistry({ people }: Registry): string {
  const late = people.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  if (late > 0)
    return `${late === 1 ? 'Un certifié dépasse' : `${late} certifiés dépassent`} le délai de 3 mois`;
  const rejected = countState(people, 'rejected');
  if (rejected > 0)
    return `La Caisse des Dépôts a rejeté ${rejected === 1 ? 'un certifié' : `${rejected} certifiés`}`;
  const open = people.filter(isOpen).length;
  if (open > 0)
    return `${open === 1 ? 'Un certifié' : `${open} certifiés`} à transmettre à la Caisse des Dépôts`;
  const waiting = countState(people, 'sent');
  if (waiting > 0)
    return `Tout est envoyé, ${waiting === 1 ? 'une réponse attendue' : `${waiting} réponses attendues`}`;
  return people.length === 0
    ? 'Personne n’est encore à transmettre'
    : 'La Caisse des Dépôts a accepté tous vos certifiés';
}
