import {
  addDays,
  keepToldDay,
  type PlainDate,
  type ToldDay,
  type ToldDayKind,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { TOLD_DAYS } from '../planning/slot-trail.ts';
import { KEPT_DAYS } from './feed-slots.ts';

/** A day that a calendar holds now, if any. */
export interface PlannedDay {
  /** The enrolment or the cohort. */
  readonly subjectId: string;
  /** Its first jury, the second…; 1 for a positioning. */
  readonly rank: number;
  readonly date: PlainDate | null;
}

/** A day that subscribers are told of, under its own identity. */
export type KnownDay = ToldDay & Pick<PlannedDay, 'subjectId' | 'rank'>;

/**
 * What subscribers are told of these days, and what they were told of the same subjects before. What
 * is new is kept: whoever reads later, by whatever address, learns of the same event that it moved.
 */
export async function tellDays(
  tx: Tx,
  of: { readonly centreId: string; readonly kind: ToldDayKind },
  planned: readonly PlannedDay[],
  today: PlainDate,
): Promise<KnownDay[]> {
  const subjectId = { in: [...new Set(planned.map((day) => day.subjectId))] };
  const rows = await tx.toldDay.findMany({ where: { kind: of.kind, subjectId } });
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  for (const { date, ...day } of planned) {
    const row = known.get(keyOf(day));
    const told = row ? toTold(row) : null;
    const next = keepToldDay(told, date, today);
    if (next === null || next === told) continue;
    const kept = { ...of, ...toRow(day, next), changedOn: fromDay(today) };
    await keepRow(tx, kept);
    known.set(keyOf(day), kept);
  }
  return [...known.values()]
    .filter((row) => toDay(row.heldOn) >= addDays(today, -KEPT_DAYS))
    .filter((row) => !row.isCancelled || toDay(row.changedOn) >= addDays(today, -TOLD_DAYS))
    .map((row) => ({ ...toTold(row), subjectId: row.subjectId, rank: row.rank }));
}

type Row = Prisma.ToldDayGetPayload<object>;

const keyOf = ({ subjectId, rank }: Pick<PlannedDay, 'subjectId' | 'rank'>): string =>
  `${subjectId} ${rank}`;

const toTold = ({ heldOn, sequence, isCancelled }: Row): ToldDay => ({
  date: toDay(heldOn),
  sequence,
  isCancelled,
});

const toRow = (
  { subjectId, rank }: Omit<PlannedDay, 'date'>,
  { date, sequence, isCancelled }: ToldDay,
) => ({ subjectId, rank, heldOn: fromDay(date), sequence, isCancelled });

/** Of two readers at once both find the same: one keeps it. */
async function keepRow(tx: Tx, row: Row): Promise<void> {
  const { subjectId, kind, rank, sequence } = row;
  if (sequence === 0) await tx.toldDay.createMany({ data: [row], skipDuplicates: true });
  else
    await tx.toldDay.updateMany({
      where: { subjectId, kind, rank, sequence: { lt: sequence } },
      data: row,
    });
}
