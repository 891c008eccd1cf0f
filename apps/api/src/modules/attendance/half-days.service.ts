import type { Input, Output } from '@jalon/contract';
import { addDays, describeSheet, type PlainDate } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { parisMomentOf } from '../../clock/paris-day.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { groupBy } from '../../db/group-by.ts';
import { invalid } from '../../http/domain-error.ts';
import { describeSlots, inTime, type SlotRow, withSlotParts } from '../planning/describe-slot.ts';
import { scopeSlots } from '../planning/slot-scope.ts';
import { toHeld } from './describe-sheet.ts';
import { listExpected } from './expected-learners.ts';

type HalfDays = Output<'GET /half-days'>;

/** What is shown when nobody asks for other days. */
const daysBack = 14;
const daysAhead = 7;

/** The half-days to sign: a trainer's own, or all of the centre's. */
@Injectable()
export class HalfDaysService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { query }: Input<'GET /half-days'>): Promise<HalfDays> {
    const today = this.clock.today();
    const from = query.from ?? addDays(today, -daysBack);
    const to = query.to ?? addDays(today, daysAhead);
    if (to < from || to > addDays(from, 400))
      throw invalid([
        { pointer: '/to', message: 'Choisissez une fin après le début, à un an au plus.' },
      ]);
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.slot.findMany({
        where: whereOf(actor, query, from, to),
        include: withSlotParts,
        orderBy: [...inTime],
      });
      return { from, to, today, rows: await this.describe(tx, rows) };
    });
  }

  private async describe(tx: Tx, rows: readonly SlotRow[]): Promise<HalfDays['rows']> {
    const now = this.clock.parisMoment();
    const views = await describeSlots(tx, rows);
    const expected = await listExpected(tx, rows);
    const recorded = await listRecorded(tx, rows);
    return rows.flatMap((row, index) => {
      const slot = views[index];
      if (!slot) return [];
      const learners = expected.get(row.id) ?? [];
      const entries = recorded.get(row.id) ?? [];
      const recordedCount = learners.filter(({ enrolmentId }) =>
        entries.some((entry) => entry.enrolmentId === enrolmentId),
      ).length;
      const [signature] = row.sheets;
      return [
        {
          slot,
          expectedCount: learners.length,
          recordedCount,
          absentCount: entries.filter(({ state }) => state === 'absent').length,
          ...describeSheet({
            slot: toHeld(row),
            now,
            expectedCount: learners.length,
            recordedCount,
            cancelReason: row.cancelReason,
            signature: signature
              ? { signerName: signature.signerName, at: parisMomentOf(signature.signedAt) }
              : null,
          }),
        },
      ];
    });
  }
}

const whereOf = (
  actor: Actor,
  query: Input<'GET /half-days'>['query'],
  from: PlainDate,
  to: PlainDate,
): Prisma.SlotWhereInput => ({
  AND: [scopeSlots(actor), query.trainerId ? { trainerId: query.trainerId } : {}],
  heldOn: { gte: fromDay(from), lte: fromDay(to) },
  // A cancelled half-day that carries attendance stays in sight.
  OR: [{ cancelledAt: null }, { attendances: { some: {} } }],
  ...(query.cohortId ? { cohortId: query.cohortId } : {}),
  ...(query.state === 'signed' ? { sheets: { some: {} } } : {}),
  ...(query.state === 'unsigned' ? { sheets: { none: {} }, cancelledAt: null } : {}),
});

async function listRecorded(tx: Tx, rows: readonly SlotRow[]) {
  const entries = await tx.attendance.findMany({
    where: { slotId: { in: rows.map(({ id }) => id) }, supersededById: null },
    select: { slotId: true, enrolmentId: true, state: true },
  });
  return groupBy(entries, ({ slotId }) => slotId);
}
