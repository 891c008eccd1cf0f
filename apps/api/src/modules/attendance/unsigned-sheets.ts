import { groupBy, isSheetDue, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { inTime, type SlotRow, withSlotParts } from '../planning/describe-slot.ts';
import { type ExpectedLearner, listExpected } from './expected-learners.ts';

/** A half-day with who is expected on it and what stands recorded. */
export interface HeldSheet {
  readonly slot: SlotRow;
  readonly expected: readonly ExpectedLearner[];
  /** Entries in force. */
  readonly entries: readonly { readonly enrolmentId: string; readonly state: string }[];
}

/** Half-days of past days that carry no signature, however old; cancelled ones when recorded. */
export const pastUnsigned = (today: PlainDate): Prisma.SlotWhereInput => ({
  heldOn: { lt: fromDay(today) },
  OR: [{ cancelledAt: null }, { attendances: { some: {} } }],
  sheets: { none: {} },
});

/** Half-days with their expected learners and entries, in the order given. */
export async function loadSheets(tx: Tx, slots: readonly SlotRow[]): Promise<HeldSheet[]> {
  const expected = await listExpected(tx, slots);
  const entries = await tx.attendance.findMany({
    where: { slotId: { in: slots.map(({ id }) => id) }, supersededById: null },
    select: { slotId: true, enrolmentId: true, state: true },
  });
  const bySlot = groupBy(entries, ({ slotId }) => slotId);
  return slots.map((slot) => ({
    slot,
    expected: expected.get(slot.id) ?? [],
    entries: bySlot.get(slot.id) ?? [],
  }));
}

/**
 * The sheets of past days that still wait for a signature, oldest first: the one set that the
 * morning, the list of sheets and the cohort's settings count. Half-days on which nobody is
 * expected owe none.
 */
export async function listUnsigned(
  tx: Tx,
  where: Prisma.SlotWhereInput,
  today: PlainDate,
): Promise<HeldSheet[]> {
  const slots = await tx.slot.findMany({
    where: { AND: [where, pastUnsigned(today)] },
    include: withSlotParts,
    orderBy: [...inTime],
  });
  return (await loadSheets(tx, slots)).filter(isDue);
}

/** Whether a half-day leaves a sheet to sign. */
export const isDue = ({ expected, entries }: HeldSheet): boolean =>
  isSheetDue({ expectedCount: expected.length, hasEntries: entries.length > 0 });
