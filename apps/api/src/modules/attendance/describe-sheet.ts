import type { AttendanceSheetView } from '@jalon/contract';
import {
  attendanceWindow,
  checkRecordingMoment,
  checkSigning,
  describeSheet,
  formatName,
  type HeldSlot,
  type ParisMoment,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Clock } from '../../clock/clock.ts';
import { parisMomentOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { describeSlots, type SlotRow } from '../planning/describe-slot.ts';
import { type AttendanceRow, describeEntry, nameWriters } from './describe-entry.ts';
import { type ExpectedLearner, listExpected } from './expected-learners.ts';

/** A sheet with everything that decides what may be done on it. */
export interface LoadedSheet {
  readonly slot: SlotRow;
  readonly held: HeldSlot;
  readonly now: ParisMoment;
  readonly expected: readonly ExpectedLearner[];
  /** Every row ever written, latest first. */
  readonly rows: readonly AttendanceRow[];
  /** The rows in force, by enrolment. */
  readonly current: ReadonlyMap<string, AttendanceRow>;
}

/** The half-day as the attendance rules take it. */
export const toHeld = (slot: Pick<SlotRow, 'heldOn' | 'startsAt' | 'minutes'>): HeldSlot => ({
  date: toDay(slot.heldOn),
  startsAt: slot.startsAt,
  minutes: slot.minutes,
});

/** Reads what a sheet is made of. */
export async function loadSheet(tx: Tx, slot: SlotRow, clock: Clock): Promise<LoadedSheet> {
  const expected = await listExpected(tx, [slot]);
  return {
    slot,
    held: toHeld(slot),
    now: clock.parisMoment(),
    expected: expected.get(slot.id) ?? [],
    ...(await loadRows(tx, slot.id)),
  };
}

/** The sheet once rows were written to it: nobody else writes to a half-day that is held. */
export async function reloadRows(tx: Tx, sheet: LoadedSheet): Promise<LoadedSheet> {
  const { rows, current } = await loadRows(tx, sheet.slot.id);
  const slot = { ...sheet.slot, _count: { attendances: current.size } };
  return { ...sheet, slot, rows, current };
}

async function loadRows(tx: Tx, slotId: string): Promise<Pick<LoadedSheet, 'rows' | 'current'>> {
  const rows = await tx.attendance.findMany({
    where: { slotId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const inForce = rows.filter((row) => row.supersededById === null);
  return { rows, current: new Map(inForce.map((row) => [row.enrolmentId, row])) };
}

/** Whether the actor writes as the office: past the window, and on signed sheets. */
export const isOffice = (actor: Actor): boolean => actor.roles.includes('coordinator');

/** A sheet signed once is final; of a cancelled half-day only what was recorded is signed. */
export const isSignable = ({ slot, current }: LoadedSheet): boolean =>
  slot.sheets.length === 0 && (slot.cancelledAt === null || current.size > 0);

/** What stops a signature by this actor now; empty when nothing does. */
export const refuseSigning = (sheet: LoadedSheet, actor: Actor) =>
  checkSigning({
    slot: sheet.held,
    now: sheet.now,
    trainerName: sheet.slot.trainer ? formatName(sheet.slot.trainer) : null,
    isTrainer: sheet.slot.trainerId === actor.personId,
    // Of a cancelled half-day, what was recorded before is signed; nobody else is expected.
    unrecordedNames: (sheet.slot.cancelledAt ? [] : sheet.expected)
      .filter(({ enrolmentId }) => !sheet.current.has(enrolmentId))
      .map(({ learnerName }) => learnerName),
  });

/** The sheet as this actor sees it. */
export async function showSheet(
  tx: Tx,
  sheet: LoadedSheet,
  actor: Actor,
): Promise<AttendanceSheetView> {
  const { slot, held, now } = sheet;
  const [view] = await describeSlots(tx, [slot]);
  if (!view) throw new Error('A half-day always has a view');
  const signature = signatureOf(slot);
  const isWritable = actor.roles.some((role) => role === 'coordinator' || role === 'trainer');
  const window = attendanceWindow(held, now);
  const refusals = checkRecordingMoment(held, now, {
    byOffice: isOffice(actor),
    motive: 'à donner',
  });
  const isFinal = signature !== null || slot.cancelledAt !== null;
  return {
    slot: view,
    ...describeSheet({
      slot: held,
      now,
      expectedCount: sheet.expected.length,
      recordedCount: sheet.expected.filter((one) => sheet.current.has(one.enrolmentId)).length,
      hasEntries: sheet.current.size > 0,
      cancelReason: slot.cancelReason,
      signature: signature && {
        signerName: signature.signerName,
        at: parisMomentOf(new Date(signature.signedAt)),
      },
    }),
    canRecord: isWritable && !isFinal && refusals.length === 0,
    needsMotive: isOffice(actor) && window === 'closed',
    canSign: isWritable && isSignable(sheet) && slot.trainerId === actor.personId,
    canCorrect: isOffice(actor) && isFinal && sheet.current.size > 0,
    refusal: isFinal ? null : (refusals[0]?.message ?? null),
    signature,
    rows: await showRows(tx, sheet),
  };
}

const signatureOf = ({ sheets: [sheet] }: SlotRow) =>
  sheet ? { signerName: sheet.signerName, signedAt: sheet.signedAt.toISOString() } : null;

async function showRows(
  tx: Tx,
  { expected, current, rows }: LoadedSheet,
): Promise<AttendanceSheetView['rows']> {
  const writerOf = await nameWriters(tx, rows);
  const unexpected = await describeUnexpected(
    tx,
    [...current.keys()].filter((id) => !expected.some(({ enrolmentId }) => enrolmentId === id)),
  );
  const show = (row: AttendanceRow) => describeEntry(row, writerOf(row));
  return [
    ...expected.map((learner) => ({ ...learner, isExpected: true })),
    ...unexpected.map((learner) => ({ ...learner, isExpected: false })),
  ].map((learner) => {
    const entry = current.get(learner.enrolmentId);
    return {
      ...learner,
      entry: entry ? show(entry) : null,
      replaced: rows
        .filter((row) => row.enrolmentId === learner.enrolmentId && row.supersededById !== null)
        .map(show),
    };
  });
}

/** Someone recorded who is no longer expected: what was recorded stays in sight. */
async function describeUnexpected(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<ExpectedLearner[]> {
  if (enrolmentIds.length === 0) return [];
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: [...enrolmentIds] } },
    include: { person: true, cohort: { select: { name: true } } },
  });
  return enrolments.map(({ id, person, cohort }) => ({
    enrolmentId: id,
    learnerName: formatName(person),
    cohortName: cohort.name,
  }));
}
