import type { Answer, PlanChangeView, PlanView } from '@jalon/contract';
import {
  addDays,
  countNoun,
  formatMinutes,
  formatShortDay,
  formatTime,
  joinWords,
} from '@jalon/domain';
import { readToday } from '../../lib/read-today.ts';

type Search = Answer<'GET /plans'>['searches'][number];
type Tone = 'ok' | 'ready' | 'warn' | 'bad' | 'mute';

/** A search's state in a word, with the tone of its badge. */
export const searchStates: Readonly<
  Record<Search['state'], { readonly word: string; readonly tone: Tone }>
> = {
  queued: { word: 'En attente', tone: 'ready' },
  searching: { word: 'En cours', tone: 'ready' },
  found: { word: 'À relire', tone: 'warn' },
  impossible: { word: 'Impossible', tone: 'bad' },
  cancelled: { word: 'Arrêté', tone: 'mute' },
  failed: { word: 'Interrompu', tone: 'bad' },
  accepted: { word: 'Accepté', tone: 'ok' },
};

export const isUnderWay = ({ state }: Pick<Search, 'state'>): boolean =>
  state === 'queued' || state === 'searching';

const daysToRead = 7;

/** The last plan asked for, when it was found and waits to be read; after a week it was left aside. */
export function findToRead([last]: readonly Search[]): Search | null {
  if (last?.state !== 'found') return null;
  return last.askedAt.slice(0, 10) > addDays(readToday(), -daysToRead) ? last : null;
}

type Cohort = Answer<'GET /plans'>['cohorts'][number];

/** Whether a calendar that stands has half-days that no longer hold, or hours that it lacks. */
export const isToRepair = ({ broken, missingMinutes, slotCount }: Cohort): boolean =>
  broken.length > 0 || (slotCount > 0 && missingMinutes > 0);

/** « 1 240 € », cents left out: a plan is no invoice. */
export const sayEuros = (cents: number): string =>
  (cents / 100).toLocaleString('fr-FR', {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });

/** « 2,4 % ». */
export const sayShare = (share: number): string =>
  `${(100 * share).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;

export const nameCohorts = (cohorts: readonly { readonly name: string }[]): string =>
  cohorts.length > 3
    ? countNoun(cohorts.length, 'cohorte')
    : joinWords(cohorts.map(({ name }) => name));

/** The page's title: the state in a sentence. */
export function sayPlan(plan: PlanView): string {
  switch (plan.state) {
    case 'queued':
      return 'Le plan va être cherché';
    case 'searching':
      return plan.isStopping
        ? 'La recherche s’arrête, le meilleur plan est gardé'
        : 'Le plan se cherche';
    case 'impossible':
      return 'Aucun plan ne tient : voici pourquoi';
    case 'cancelled':
      return 'La recherche a été arrêtée avant d’avoir trouvé un plan';
    case 'failed':
      return 'La recherche a été interrompue';
    case 'accepted':
      return 'Ce plan est accepté';
    case 'found':
      return sayFound(plan);
  }
}

function sayFound({ kind, changes, unplaced }: PlanView): string {
  const without = unplaced.length > 0 ? `, ${countNoun(unplaced.length, 'cohorte')} sans plan` : '';
  if (changes.length === 0) return `Rien ne change : le calendrier tient${without}`;
  const count = countNoun(changes.length, 'créneau change', 'créneaux changent');
  return kind === 'repair'
    ? `${count}, tout le reste tient${without}`
    : `Un plan tient : ${count}${without}`;
}

export const changeWords: Readonly<
  Record<PlanChangeView['kind'], { readonly word: string; readonly tone: Tone }>
> = {
  added: { word: 'Ajouté', tone: 'ok' },
  moved: { word: 'Déplacé', tone: 'warn' },
  restaffed: { word: 'Réaffecté', tone: 'ready' },
  removed: { word: 'Retiré', tone: 'bad' },
};

type Moment = NonNullable<PlanChangeView['to']>;

const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'short', timeZone: 'UTC' });

/** « lun. 04/01/2027 matin ». */
export const sayMoment = ({ date, halfDay }: Moment): string =>
  `${weekday.format(new Date(date))} ${formatShortDay(date)} ${halfDay === 'morning' ? 'matin' : 'après-midi'}`;

/** « 9 h, 3 h 30 · Roche Julien · Salle 2 ». */
export const sayStaff = (moment: Moment): string =>
  [
    `${formatTime(moment.startsAt)}, ${formatMinutes(moment.minutes)}`,
    sayTrainer(moment),
    sayRoom(moment),
  ].join(' · ');

export const sayTrainer = ({ trainer }: Moment): string => trainer?.name ?? 'sans formateur';
export const sayRoom = ({ room, isRemote }: Moment): string =>
  isRemote ? 'à distance' : (room?.name ?? 'sans salle');

/** What the half-day was, as far as it differs: « au lieu de Petit Sandrine, Salle 2 ». */
export function sayBefore(from: Moment, to: Moment | null): string {
  if (to === null) return `${sayMoment(from)}, ${sayStaff(from)}`;
  const differs = [sayMoment, sayTrainer, sayRoom].filter((say) => say(from) !== say(to));
  return `au lieu de : ${differs.map((say) => say(from)).join(', ')}`;
}

/** « 68 % » of what is possible; a part of nothing is told without a share. */
export const sayUse = (used: number, possible: number): string =>
  possible > 0 ? `${Math.round((100 * used) / possible)} %` : 'rien de possible';
