import type { PlainDate } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { describeSlots, inTime, withSlotParts } from '../planning/describe-slot.ts';
import type { SlotAhead } from './describe-trainer.ts';

/** Days, both ends included. */
interface Period {
  readonly fromOn: Date;
  readonly toOn: Date;
}

/** The half-days of a trainer on the calendar during these periods, from today on. */
export async function loadSlotsAhead(
  tx: Tx,
  trainerId: string,
  periods: readonly Period[],
  today: PlainDate,
): Promise<SlotAhead[]> {
  const ahead = periods.filter(({ toOn }) => toOn >= fromDay(today));
  if (ahead.length === 0) return [];
  const rows = await tx.slot.findMany({
    where: {
      trainerId,
      cancelledAt: null,
      heldOn: { gte: fromDay(today) },
      OR: ahead.map(({ fromOn, toOn }) => ({ heldOn: { gte: fromOn, lte: toOn } })),
    },
    include: withSlotParts,
    orderBy: [...inTime],
  });
  return describeSlots(tx, rows);
}
