import type { Finding } from '../finding.ts';
import { formatMinutes } from '../french-format.ts';

/** What the OPCO's conditions ask of a half-day held at a distance. */
export interface RemoteSlotFacts {
  /** Those who attend it. */
  readonly learners: number;
  /** Minutes of the whole training, this half-day included. */
  readonly trainingMinutes: number;
  /** Every other half-day of the training is held at a distance too. */
  readonly isAllRemote: boolean;
}

const mostLearners = 25;
const mostMinutesAllRemote = 14 * 60;

/**
 * Warns of what the OPCO EP may not pay in full of a half-day held at a distance: a virtual class of
 * more than 25, a training of more than 14 h all at a distance (W45). Remote hours are allowed, so
 * nothing is refused (Q15).
 */
export function checkRemoteSlot(facts: RemoteSlotFacts): readonly Finding[] {
  const { learners, trainingMinutes, isAllRemote } = facts;
  return [
    ...(learners > mostLearners
      ? [
          warn(
            'slot.remote-at-most-25',
            `Ils seraient ${learners} à distance : l’OPCO EP limite une classe virtuelle à ${mostLearners} apprenants.`,
          ),
        ]
      : []),
    ...(isAllRemote && trainingMinutes > mostMinutesAllRemote
      ? [
          warn(
            'slot.all-remote-at-most-14h',
            `Tout le calendrier serait à distance, ${formatMinutes(trainingMinutes)} : l’OPCO EP n’en finance que 14 h.`,
          ),
        ]
      : []),
  ];
}

const warn = (rule: string, message: string): Finding => ({
  rule,
  severity: 'warning',
  path: '/mode',
  message,
  source: 'DOMAIN 7, W45, Q15',
});
