import type { Finding } from '../finding.ts';
import { countNoun, formatLongDay, formatTime } from '../french-format.ts';
import { type HeldSlot, isEarlier, type ParisMoment } from './attendance-window.ts';

/** What a signature of a sheet is checked against. */
export interface SigningFacts {
  readonly slot: HeldSlot;
  readonly now: ParisMoment;
  /** The trainer of the half-day; `null` when none is named. */
  readonly trainerName: string | null;
  /** Whether the person who signs is that trainer. */
  readonly isTrainer: boolean;
  /** Expected learners of whom nothing is recorded yet. */
  readonly unrecordedNames: readonly string[];
}

/** A trainer may sign a little before the end, when the room empties. */
const signsBefore = 15;

/**
 * Checks the closing of a sheet: by its own trainer, about the end of the half-day or later, with
 * every expected learner recorded. Nobody signs for another (DOMAIN 8.1).
 */
export function checkSigning(facts: SigningFacts): readonly Finding[] {
  const { slot, now, trainerName, isTrainer, unrecordedNames } = facts;
  const error = (rule: string, message: string): Finding => ({
    rule,
    severity: 'error',
    path: '',
    message,
    source: 'DOMAIN 8.1',
  });
  if (!isTrainer) {
    return [
      error(
        'attendance.signed-by-own-trainer',
        trainerName === null
          ? 'Aucun formateur n’est désigné sur ce créneau : désignez-le dans le calendrier, il signera.'
          : `Cette feuille se signe par ${trainerName} : personne ne signe pour un autre.`,
      ),
    ];
  }
  const from = { day: slot.date, minute: slot.startsAt + slot.minutes - signsBefore };
  const tooEarly = isEarlier(now, from)
    ? [
        error(
          'attendance.signed-at-the-end',
          `Vous pourrez signer le ${formatLongDay(from.day)} à partir de ${formatTime(from.minute)} : la demi-journée n’est pas finie.`,
        ),
      ]
    : [];
  if (unrecordedNames.length === 0) return tooEarly;
  return [
    ...tooEarly,
    error(
      'attendance.all-recorded',
      `${countNoun(unrecordedNames.length, 'apprenant')} à noter avant de signer : ${unrecordedNames.join(', ')}.`,
    ),
  ];
}
