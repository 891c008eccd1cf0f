import type { Finding } from '../finding.ts';
import { isSameItem } from '../frameworks/list-programme.ts';
import { formatLongDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PlannedSlot } from './slot.ts';

/** What stood before a half-day was changed by hand. */
export interface SlotBefore {
  /** `null` for a half-day that is added. */
  readonly slot: PlannedSlot | null;
  readonly isLocked: boolean;
  readonly today: PlainDate;
}

/**
 * What changing a half-day means, whatever the place: a lock is undone first, and what is put into
 * the past must have been held. A half-day that stays at its moment has nothing against it.
 */
export const checkMovedSlot = (
  wanted: PlannedSlot,
  { slot, isLocked, today }: SlotBefore,
): readonly Finding[] => [
  ...(isLocked && slot ? checkLock(wanted, slot) : []),
  ...(wanted.date < today && slot?.date !== wanted.date
    ? [
        {
          rule: 'slot.past-was-held',
          severity: 'warning' as const,
          path: '/date',
          message: `Le ${formatLongDay(wanted.date)} est passé : n’y mettez ce créneau que si le cours a eu lieu.`,
          source: 'DOMAIN 8.1',
        },
      ]
    : []),
];

/** A locked half-day is removed once its lock is undone, as it is moved. */
export const checkRemovedSlot = ({ isLocked }: Pick<SlotBefore, 'isLocked'>): readonly Finding[] =>
  isLocked ? [refuseLocked('', 'le supprimer')] : [];

function checkLock(wanted: PlannedSlot, slot: PlannedSlot): readonly Finding[] {
  const path = listChanges(wanted, slot)[0];
  return path === undefined ? [] : [refuseLocked(path, 'le changer')];
}

const refuseLocked = (path: string, act: string): Finding => ({
  rule: 'slot.unlocked',
  severity: 'error',
  path,
  message: `Ce créneau est verrouillé : déverrouillez-le avant de ${act}.`,
  source: 'verrou posé par une personne',
});

/** The fields that a lock holds and that are not what they were. */
const listChanges = (wanted: PlannedSlot, slot: PlannedSlot): readonly string[] => [
  ...(isSameItem(wanted, slot) ? [] : ['/moduleCode']),
  ...(['date', 'startsAt', 'minutes', 'trainerId', 'roomId'] as const)
    .filter((field) => wanted[field] !== slot[field])
    .map((field) => `/${field}`),
];
