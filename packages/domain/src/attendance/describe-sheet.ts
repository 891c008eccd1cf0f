import { formatLongDay, formatTime } from '../french-format.ts';
import {
  attendanceClosesAt,
  attendanceOpensAt,
  attendanceWindow,
  type HeldSlot,
  isOver,
  type ParisMoment,
} from './attendance-window.ts';

export const sheetStates = [
  'not_open',
  'open',
  'to_sign',
  'late',
  'signed',
  'cancelled',
  'nobody',
] as const;
export type SheetState = (typeof sheetStates)[number];

/** What is known of the sheet of a half-day. */
export interface SheetFacts {
  readonly slot: HeldSlot;
  readonly now: ParisMoment;
  readonly expectedCount: number;
  /** How many of the expected are recorded. */
  readonly recordedCount: number;
  /** Whether anything is recorded, of someone expected or not. */
  readonly hasEntries: boolean;
  readonly cancelReason: string | null;
  readonly signature: { readonly signerName: string; readonly at: ParisMoment } | null;
}

/** Where a sheet stands and what that means, in a French sentence. */
export function describeSheet(facts: SheetFacts): {
  readonly state: SheetState;
  readonly fact: string;
} {
  const { slot, now, cancelReason, signature } = facts;
  const at = ({ day, minute }: ParisMoment) => `le ${formatLongDay(day)} à ${formatTime(minute)}`;
  if (signature !== null) {
    return { state: 'signed', fact: `Signée par ${signature.signerName} ${at(signature.at)}.` };
  }
  if (cancelReason !== null) {
    const toSign = facts.recordedCount > 0 ? ' Ce qui y est noté reste à signer.' : '';
    return { state: 'cancelled', fact: `Annulé : ${cancelReason}.${toSign}` };
  }
  const window = attendanceWindow(slot, now);
  if (window === 'not_open') {
    return { state: 'not_open', fact: `S’ouvre ${at(attendanceOpensAt(slot))}.` };
  }
  const recorded = countRecorded(facts);
  if (!isOver(slot, now)) return { state: 'open', fact: recorded };
  if (!isSheetDue(facts)) return { state: 'nobody', fact: `${recorded} Rien à signer.` };
  if (window === 'open') {
    return {
      state: 'to_sign',
      fact: `${recorded} À signer ; la saisie ferme ${at(attendanceClosesAt(slot))}.`,
    };
  }
  return { state: 'late', fact: `${recorded} La feuille n’est toujours pas signée.` };
}

/**
 * Whether a half-day leaves a sheet to sign: somebody is expected on it, or something is recorded.
 * A cohort without learners owes no sheet (DOMAIN 8.1).
 */
export const isSheetDue = ({
  expectedCount,
  hasEntries,
}: Pick<SheetFacts, 'expectedCount' | 'hasEntries'>): boolean => expectedCount > 0 || hasEntries;

function countRecorded({ expectedCount, recordedCount }: SheetFacts): string {
  if (expectedCount === 0) return 'Personne n’est attendu.';
  const missing = expectedCount - recordedCount;
  if (missing === 0) return `${expectedCount} sur ${expectedCount} notés.`;
  return `${recordedCount} sur ${expectedCount} notés, ${missing === 1 ? 'il en manque 1' : `il en manque ${missing}`}.`;
}
