import type { PlainDate } from '../plain-date.ts';

/** A half-day as a convocation tells it. */
export interface SummonsLine {
  readonly slotId: string;
  readonly date: PlainDate;
  readonly startsAt: number;
  readonly minutes: number;
  readonly title: string;
  readonly place: string;
  readonly trainerName: string | null;
}

export const summonsStates = ['none', 'sending', 'sent', 'outdated'] as const;
export type SummonsState = (typeof summonsStates)[number];

interface SummonsFacts {
  /** What the last convocation told; `null` while it is being written. */
  readonly told: readonly SummonsLine[] | null;
  /** What is to come now. */
  readonly now: readonly SummonsLine[];
  readonly today: PlainDate;
}

/**
 * Whether the last convocation still holds (Qualiopi 9: the learner knows when, where and what). Days
 * that are over do not count, nor does another trainer: the learner comes at the same place and hour.
 */
export function judgeSummons({ told, now, today }: SummonsFacts): Exclude<SummonsState, 'none'> {
  if (told === null) return 'sending';
  const ahead = told.filter(({ date }) => date >= today);
  const isSame =
    ahead.length === now.length && ahead.every((line) => now.some((one) => isSameLine(line, one)));
  return isSame ? 'sent' : 'outdated';
}

const isSameLine = (a: SummonsLine, b: SummonsLine): boolean =>
  a.slotId === b.slotId &&
  a.date === b.date &&
  a.startsAt === b.startsAt &&
  a.minutes === b.minutes &&
  a.title === b.title &&
  a.place === b.place;

/** Why a learner cannot be sent a convocation, in a sentence that says what to do, or `null`. */
export function findSummonsObstacle(learner: {
  readonly hasEmail: boolean;
  readonly isActive: boolean;
  readonly slotCount: number;
}): string | null {
  if (!learner.isActive) return 'La formation est terminée ou quittée.';
  if (learner.slotCount === 0) return 'Aucun créneau à venir : planifiez la cohorte d’abord.';
  return learner.hasEmail ? null : 'Adresse mail manquante : complétez le dossier.';
}
