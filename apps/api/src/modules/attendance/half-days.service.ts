import type { Input, Output } from '@jalon/contract';
import { addDays, describeSheet, type PlainDate } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { parisMomentOf } from '../../clock/paris-day.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { invalid } from '../../http/domain-error.ts';
import { describeSlots, inTime, withSlotParts } from '../planning/describe-slot.ts';
import { scopeSlots } from '../planning/slot-scope.ts';
import { toHeld } from './describe-sheet.ts';
import {
  type HeldSheet,
  isDue,
  listUnsigned,
  loadSheets,
  pastUnsigned,
} from './unsigned-sheets.ts';

type HalfDays = Output<'GET /half-days'>;
type Query = Input<'GET /half-days'>['query'];

/** What is shown when nobody asks for other days, beside every past sheet that is not signed. */
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
    const from = query.from ?? addDays(query.to ?? today, -daysBack);
    const to = query.to ?? addDays(query.from ?? today, daysAhead);
    if (to < from || to > addDays(from, 400))
      throw invalid([
        { pointer: '/to', message: 'Choisissez une fin après le début, à un an au plus.' },
      ]);
    const whose: Prisma.SlotWhereInput = {
      AND: [scopeSlots(actor), query.trainerId ? { trainerId: query.trainerId } : {}],
      ...(query.cohortId ? { cohortId: query.cohortId } : {}),
    };
    const isWindow = query.from === undefined && query.to === undefined;
    return this.db.run(actor, async ({ tx }) => {
      const slots = await tx.slot.findMany({
        where: {
          AND: [
            whose,
            whereState(query.state),
            isWindow ? { OR: [heldBetween(from, to), pastUnsigned(today)] } : heldBetween(from, to),
          ],
        },
        include: withSlotParts,
        orderBy: [...inTime],
      });
      const sheets = await loadSheets(tx, slots);
      const unsigned = await listUnsigned(tx, whose, today);
      return {
        from,
        to,
        today,
        unsignedCount: unsigned.length,
        rows: await this.describe(
          tx,
          sheets.filter((sheet) => isDue(sheet) || toDay(sheet.slot.heldOn) >= from),
        ),
      };
    });
  }

  private async describe(tx: Tx, sheets: readonly HeldSheet[]): Promise<HalfDays['rows']> {
    const now = this.clock.parisMoment();
    const views = await describeSlots(
      tx,
      sheets.map(({ slot }) => slot),
    );
    return sheets.flatMap(({ slot: row, expected, entries }, index) => {
      const slot = views[index];
      if (!slot) return [];
      const recordedCount = expected.filter(({ enrolmentId }) =>
        entries.some((entry) => entry.enrolmentId === enrolmentId),
      ).length;
      const [signature] = row.sheets;
      return [
        {
          slot,
          expectedCount: expected.length,
          recordedCount,
          absentCount: entries.filter(({ state }) => state === 'absent').length,
          ...describeSheet({
            slot: toHeld(row),
            now,
            expectedCount: expected.length,
            recordedCount,
            hasEntries: entries.length > 0,
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

const heldBetween = (from: PlainDate, to: PlainDate): Prisma.SlotWhereInput => ({
  heldOn: { gte: fromDay(from), lte: fromDay(to) },
  // A cancelled half-day that carries attendance stays in sight.
  OR: [{ cancelledAt: null }, { attendances: { some: {} } }],
});

const whereState = (state: Query['state']): Prisma.SlotWhereInput => {
  if (state === undefined) return {};
  return state === 'signed'
    ? { sheets: { some: {} } }
    : { sheets: { none: {} }, cancelledAt: null };
};
