import { formatTime } from '@jalon/domain';
import type { DraftState } from './draft-saver.ts';

/** The state of saving at the top of the page: « Enregistré à 12 h 41 ». */
export function describeSaving({
  status,
  savedAt,
}: Pick<DraftState, 'status' | 'savedAt'>): string {
  switch (status) {
    case 'saving':
      return 'Enregistrement…';
    case 'waiting':
      return 'Gardé sur ce téléphone, en attente de réseau';
    case 'conflict':
      return 'Deux versions à comparer';
    case 'stopped':
      return 'Pas enregistré';
    case 'saved':
      return savedAt === null ? 'Rien à enregistrer' : `Enregistré à ${clockOf(savedAt)}`;
  }
}

/** « 12 h 41 », as the phone's own clock says it. */
function clockOf(instant: string): string {
  const date = new Date(instant);
  return formatTime(date.getHours() * 60 + date.getMinutes());
}
