import type { TrainerReadiness } from '@jalon/domain';
import { formatDay } from '@jalon/domain';
import type { Tone } from '../../components/state-badge.tsx';

/** Whether a plan can count on a trainer, as a word on its colour. */
export const readinessWords: Readonly<
  Record<TrainerReadiness, { readonly word: string; readonly tone: Tone }>
> = {
  ready: { word: 'Prêt', tone: 'ok' },
  limited: { word: 'Prêt en partie', tone: 'warn' },
  incomplete: { word: 'À compléter', tone: 'warn' },
};

/** « le 5 octobre 2026 », « du 5 au 9 octobre 2026 » written in full. */
export const sayDays = (fromOn: string, toOn: string): string =>
  fromOn === toOn ? `le ${formatDay(fromOn)}` : `du ${formatDay(fromOn)} au ${formatDay(toOn)}`;

/** Until when an accreditation counts. */
export function sayValidity(validUntil: string | null, isValid: boolean): string {
  if (validUntil === null) return 'sans date de fin';
  return isValid ? `jusqu’au ${formatDay(validUntil)}` : `finie le ${formatDay(validUntil)}`;
}

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** « 45,00 € de l’heure ». */
export const sayCost = (cents: number): string => `${euros.format(cents / 100)} de l’heure`;
