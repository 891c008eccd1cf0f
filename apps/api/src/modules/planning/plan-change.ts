import { createHash } from 'node:crypto';
import type { CalendarProposalView } from '@jalon/contract';
import {
  type CalendarChange,
  type ExistingSlot,
  overlaps,
  type PlainDate,
  type ProgrammeKey,
  replanCalendar,
  roomTaken,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { DomainError } from '../../http/domain-error.ts';
import { programmeOf } from '../cohorts/module-runs.ts';
import { inTime, isRecorded, type SlotRow, withSlotParts } from './describe-slot.ts';
import type { MovedSlot } from './move-slots.ts';
import { openingRules, type PlannedCohort } from './opening-rules.ts';

/** What a moved half-day leaves behind because it is taken at the new moment. */
export interface FreedBooking {
  readonly slotId: string;
  readonly trainer: boolean;
  readonly room: boolean;
}

/** A new calendar for a cohort, ready to be shown or saved. */
export interface PlanChange {
  readonly change: CalendarChange;
  readonly freed: readonly FreedBooking[];
  /** Each moved half-day at its new moment, without what it leaves behind. */
  readonly moves: readonly MovedSlot[];
  /** Changes whenever what it was computed from does. */
  readonly fingerprint: string;
}

/** Computes the new calendar of a cohort from what stands now; saves nothing. */
export async function planChange(
  tx: Tx,
  cohort: PlannedCohort,
  today: PlainDate,
): Promise<PlanChange> {
  await refuseGroups(tx, cohort.id);
  const rows = await tx.slot.findMany({
    where: { cohortId: cohort.id, cancelledAt: null },
    include: withSlotParts,
    orderBy: [...inTime],
  });
  const change = replanCalendar(
    {
      framework: toFramework(cohort.frameworkVersion),
      startsOn: toDay(cohort.startsOn),
      endsOn: toDayOrNull(cohort.endsOn),
      weekdays: cohort.weekdays,
      minutesPerDay: cohort.minutesPerDay,
      daysPerWeek: cohort.daysPerWeek,
      positioningOn: toDayOrNull(cohort.positioningOn),
      ...openingRules(cohort.site, cohort.closedMonths),
    },
    rows.map(toExisting),
    today,
  );
  const freed = await findFreed(tx, cohort.id, rows, change);
  return {
    change,
    freed,
    moves: listMoves(rows, change, freed),
    fingerprint: fingerprintOf(cohort, rows, change),
  };
}

/** One line of half-days for everybody is all that this proposal knows. */
async function refuseGroups(tx: Tx, cohortId: string): Promise<void> {
  const groups = await tx.moduleRun.count({
    where: { cohortId, groupNumber: { not: null }, slots: { some: { cancelledAt: null } } },
  });
  if (groups > 0)
    throw new DomainError(
      'rule_refused',
      'Cette cohorte a des modules en groupes : cherchez son plan depuis « Planification ».',
    );
}

const toExisting = (row: SlotRow): ExistingSlot => ({
  id: row.id,
  kind: row.moduleRun.kind,
  blockCode: row.moduleRun.blockCode,
  moduleCode: row.moduleRun.moduleCode,
  date: toDay(row.heldOn),
  halfDay: row.halfDay,
  startsAt: row.startsAt,
  minutes: row.minutes,
  isRecorded: isRecorded(row),
  isLocked: row.lockedAt !== null,
});

async function findFreed(
  tx: Tx,
  cohortId: string,
  rows: readonly SlotRow[],
  { moved }: CalendarChange,
): Promise<FreedBooking[]> {
  const others = await tx.slot.findMany({
    where: {
      cohortId: { not: cohortId },
      cancelledAt: null,
      heldOn: { in: [...new Set(moved.map(({ to }) => to.date))].map(fromDay) },
      OR: [{ trainerId: { not: null } }, { roomId: { not: null } }],
    },
  });
  const bookings = others.map((other) => ({ ...other, date: toDay(other.heldOn) }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return moved.flatMap(({ slot, to }) => {
    const { trainerId = null, roomId = null } = byId.get(slot.id) ?? {};
    const clashes = bookings.filter((other) => overlaps(other, to));
    const freed = {
      slotId: slot.id,
      trainer: trainerId !== null && clashes.some((other) => other.trainerId === trainerId),
      room: roomId !== null && clashes.some((other) => other.roomId === roomId),
    };
    return freed.trainer || freed.room ? [freed] : [];
  });
}

function listMoves(
  rows: readonly SlotRow[],
  { moved }: CalendarChange,
  freed: readonly FreedBooking[],
): readonly MovedSlot[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return moved.map(({ slot: { id }, to: { date, halfDay, startsAt, minutes } }) => {
    const { trainerId = null, roomId = null, mode = 'on_site' } = byId.get(id) ?? {};
    const loss = freed.find(({ slotId }) => slotId === id);
    return {
      id,
      date,
      halfDay,
      startsAt,
      minutes,
      trainerId: loss?.trainer ? null : trainerId,
      roomId: loss?.room ? null : roomTaken({ mode, roomId }),
      mode,
    };
  });
}

function fingerprintOf(
  cohort: PlannedCohort,
  rows: readonly SlotRow[],
  { proposal }: CalendarChange,
): string {
  const facts = {
    revision: cohort.revision,
    slots: rows.map((row) => [row.id, row.revision, isRecorded(row)]),
    proposal: proposal.slots,
  };
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** The change as the screen shows it before it is adopted. */
export function describePlan(
  cohort: PlannedCohort,
  { change, freed, fingerprint }: PlanChange,
): CalendarProposalView {
  const { nameOf } = programmeOf(cohort.frameworkVersion);
  const named = <T extends ProgrammeKey>(slot: T) => ({ ...slot, name: nameOf(slot) });
  const mark = <T extends ProgrammeKey, C extends string>(slots: readonly T[], as: C) =>
    slots.map((slot) => ({ ...named(slot), change: as }));
  return {
    kept: change.kept.length,
    unchanged: change.unchanged.length,
    moved: change.moved.length,
    added: change.added.length,
    removed: change.removed.length,
    freed: freed.flatMap(({ slotId, trainer, room }) => {
      const move = change.moved.find(({ slot }) => slot.id === slotId);
      const what = [trainer ? 'le formateur' : '', room ? 'la salle' : ''].filter(Boolean);
      return move ? [{ ...named(move.to), what: what.join(' et ') }] : [];
    }),
    slots: [
      ...mark(change.kept, 'kept'),
      ...mark(change.unchanged, 'unchanged'),
      ...mark(
        change.moved.map(({ to }) => to),
        'moved',
      ),
      ...mark(change.added, 'added'),
    ].sort((a, b) => a.date.localeCompare(b.date) || a.startsAt - b.startsAt),
    unplaced: [...change.proposal.unplaced],
    skippedDays: [...change.proposal.skippedDays],
    findings: [...change.findings],
    fingerprint,
  };
}
