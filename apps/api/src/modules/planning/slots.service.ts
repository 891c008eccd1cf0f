import type { CalendarSlot, Input, Output, SlotForm } from '@jalon/contract';
import {
  checkRemovedSlot,
  type Finding,
  formatDay,
  isSameItem,
  joinWords,
  listLacking,
  type PlannedSlot,
  roomTaken,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { refuseUnacceptedWarnings } from '../../http/refuse-unaccepted-warnings.ts';
import { ensureModuleRuns } from '../cohorts/module-runs.ts';
import { refuseLock } from '../plans/refuse-lock.ts';
import { requireRoom, requireTrainer } from './bookings.ts';
import { checkSlot, type SlotVerdict, toChange } from './check-slot.ts';
import { describeSlots, isRecorded, type SlotRow, withSlotParts } from './describe-slot.ts';
import { lockCalendars, type PlannedCohort } from './opening-rules.ts';
import { findPlannedCohort } from './planning.service.ts';
import { trackSlots } from './slot-trail.ts';

type Changes = Input<'PUT /slots/:slotId'>['body'];

interface SavedChange {
  readonly slot: SlotRow;
  readonly cohort: PlannedCohort;
  readonly body: Changes;
  /** Rules of a plan that it breaks knowingly. */
  readonly accepted: readonly string[];
}

/** Half-days corrected by hand. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  check(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/slot-check'>,
  ): Promise<Finding[]> {
    return this.db.run(actor, async ({ tx }) => {
      const cohort = await findPlannedCohort(tx, actor, params.cohortId);
      const wanted = toChange(cohort, body, body.slotId);
      return [...(await checkSlot(tx, cohort, wanted, body.mode, this.clock.today())).findings];
    });
  }

  add(actor: Actor, { params, body }: Input<'POST /cohorts/:cohortId/slots'>) {
    return this.db.run(actor, async (unit) => {
      await lockCalendars(unit.tx, actor.centreId);
      const cohort = await findPlannedCohort(unit.tx, actor, params.cohortId);
      await requireTrainer(unit.tx, body.trainerId);
      await requireRoom(unit.tx, body.roomId);
      const wanted = toChange(cohort, body, null);
      const accepted = await this.weigh(unit.tx, cohort, wanted, body);
      return trackSlots(unit.tx, actor, this.clock.now(), [cohort.id], async () => {
        const id = await insertSlot(unit.tx, actor, cohort, body, accepted([]));
        unit.audit({ action: 'slot.added', subjectId: id, data: auditOf(body) });
        return describeOne(unit.tx, id);
      });
    });
  }

  change(
    actor: Actor,
    { params, body }: Input<'PUT /slots/:slotId'>,
  ): Promise<Output<'PUT /slots/:slotId'>> {
    return this.db.run(actor, async (unit) => {
      await lockCalendars(unit.tx, actor.centreId);
      const slot = await this.findStanding(unit.tx, params.slotId, body.revision);
      const cohort = await findPlannedCohort(unit.tx, actor, slot.cohortId);
      if (body.trainerId !== slot.trainerId) await requireTrainer(unit.tx, body.trainerId);
      if (body.roomId !== slot.roomId) await requireRoom(unit.tx, body.roomId);
      const change = toChange(cohort, body, slot.id);
      const weighed = await this.weigh(unit.tx, cohort, change, body);
      const accepted = weighed(slot.acceptedRules);
      return trackSlots(unit.tx, actor, this.clock.now(), [cohort.id], async () => {
        if (isRecorded(slot) && isElsewhere(slot, change))
          return this.replace(unit, actor, { slot, cohort, body, accepted });
        await updateSlot(unit.tx, actor, { slot, cohort, body, accepted });
        unit.audit({ action: 'slot.changed', subjectId: slot.id, data: auditOf(body) });
        return describeOne(unit.tx, slot.id);
      });
    });
  }

  /** A plan keeps a locked half-day with its trainer and its room, so it must have what it needs. */
  lock(
    actor: Actor,
    { params, body }: Input<'PUT /slots/:slotId/lock'>,
  ): Promise<Output<'PUT /slots/:slotId/lock'>> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockCalendars(tx, actor.centreId);
      const slot = found(await tx.slot.findFirst({ where: { id: params.slotId } }), 'Ce créneau');
      if (slot.cancelledAt)
        throw new DomainError('rule_refused', 'Ce créneau est annulé : ajoutez-en un autre.');
      const lacking = body.isLocked ? listLacking(slot) : [];
      if (lacking.length > 0)
        throw new DomainError(
          'rule_refused',
          `Donnez à ce créneau ${joinWords(lacking)} avant de le verrouiller.`,
        );
      if (body.isLocked !== (slot.lockedAt !== null)) {
        if (body.isLocked) await refuseLock(tx, slot, this.clock.parisMoment());
        await tx.slot.updateMany({
          where: { id: slot.id },
          data: { lockedAt: body.isLocked ? this.clock.now() : null },
        });
        audit({ action: body.isLocked ? 'slot.locked' : 'slot.unlocked', subjectId: slot.id });
      }
      return describeOne(tx, slot.id);
    });
  }

  remove(
    actor: Actor,
    { params, body }: Input<'POST /slots/:slotId/removal'>,
  ): Promise<Output<'POST /slots/:slotId/removal'>> {
    return this.db.run(actor, async (unit) => {
      await lockCalendars(unit.tx, actor.centreId);
      const slot = await this.findStanding(unit.tx, params.slotId, body.revision);
      refuseRule(checkRemovedSlot({ isLocked: slot.lockedAt !== null }));
      return trackSlots(unit.tx, actor, this.clock.now(), [slot.cohortId], () =>
        this.takeOut(unit, slot, body.reason),
      );
    });
  }

  private async takeOut(
    { tx, audit }: UnitOfWork,
    slot: SlotRow,
    reason: string | null,
  ): Promise<Output<'POST /slots/:slotId/removal'>> {
    if (await hasEverRecorded(tx, slot)) {
      await this.cancel(tx, slot, requireReason(reason));
      audit({ action: 'slot.cancelled', subjectId: slot.id });
      return { outcome: 'cancelled' };
    }
    await tx.slot.deleteMany({ where: { id: slot.id } });
    audit({
      action: 'slot.deleted',
      subjectId: slot.id,
      data: { cohortId: slot.cohortId, date: toDay(slot.heldOn), halfDay: slot.halfDay },
    });
    return { outcome: 'deleted' };
  }

  /**
   * What was recorded stays on the half-day where it happened, cancelled for a reason; the new
   * moment is a new half-day on which nothing is recorded.
   */
  private async replace(
    { tx, audit }: UnitOfWork,
    actor: Actor,
    { slot, cohort, body, accepted }: SavedChange,
  ): Promise<CalendarSlot> {
    const reason = requireReason(body.reason);
    await this.cancel(tx, slot, `déplacé au ${formatDay(body.date)}, ${reason}`);
    const id = await insertSlot(tx, actor, cohort, body, accepted);
    audit({ action: 'slot.moved', subjectId: slot.id, data: { ...auditOf(body), newSlotId: id } });
    return describeOne(tx, id);
  }

  private async cancel(tx: Tx, slot: SlotRow, cancelReason: string): Promise<void> {
    await tx.slot.updateMany({
      where: { id: slot.id },
      data: { cancelledAt: this.clock.now(), cancelReason, revision: { increment: 1 } },
    });
  }

  /** Refuses what cannot be, or was not confirmed; then answers what is accepted of the half-day. */
  private async weigh(
    tx: Tx,
    cohort: PlannedCohort,
    change: PlannedSlot,
    { mode, acceptedWarnings }: Pick<Changes, 'mode' | 'acceptedWarnings'>,
  ): Promise<SlotVerdict['rulesAccepted']> {
    const { findings, rulesAccepted } = await checkSlot(
      tx,
      cohort,
      change,
      mode,
      this.clock.today(),
    );
    raiseFindings(findings);
    refuseUnacceptedWarnings(findings, acceptedWarnings);
    return rulesAccepted;
  }

  private async findStanding(tx: Tx, id: string, revision: number): Promise<SlotRow> {
    // The row is locked so that nobody records attendance between the check and the change.
    await tx.$executeRaw`select 1 from slot where id = ${id}::uuid for update`;
    const slot = found(
      await tx.slot.findFirst({ where: { id }, include: withSlotParts }),
      'Ce créneau',
    );
    if (slot.revision !== revision) throw editedMeanwhile(await describeOne(tx, id));
    if (slot.cancelledAt)
      throw new DomainError('rule_refused', 'Ce créneau est annulé : ajoutez-en un autre.');
    return slot;
  }
}

const isElsewhere = (slot: SlotRow, change: PlannedSlot): boolean =>
  toDay(slot.heldOn) !== change.date ||
  slot.startsAt !== change.startsAt ||
  slot.minutes !== change.minutes ||
  !isSameItem(slot.moduleRun, change);

/** Superseded rows count too: a foreign key keeps the half-day of every row ever written. */
const hasEverRecorded = async (tx: Tx, slot: SlotRow): Promise<boolean> =>
  isRecorded(slot) || (await tx.attendance.count({ where: { slotId: slot.id } })) > 0;

function requireReason(reason: string | null): string {
  if (reason) return reason;
  throw invalid([
    {
      pointer: '/reason',
      message:
        'Un émargement est noté sur ce créneau : il sera annulé et gardé. Dites pourquoi vous le changez.',
    },
  ]);
}

/** The first group of a module that does not split is the whole cohort. */
async function findRun(tx: Tx, actor: Actor, cohort: PlannedCohort, form: SlotForm) {
  await ensureModuleRuns(tx, actor, [cohort]);
  const { kind, blockCode, moduleCode, groupNumber } = form;
  const run = await tx.moduleRun.findFirst({
    where: {
      cohortId: cohort.id,
      kind,
      blockCode,
      moduleCode,
      ...(groupNumber === null || groupNumber === undefined
        ? {}
        : { OR: [{ groupNumber }, ...(groupNumber === 1 ? [{ groupNumber: null }] : [])] }),
    },
    orderBy: [{ groupNumber: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  });
  if (run) return run;
  throw invalid([
    { pointer: '/groupNumber', message: 'Choisissez un groupe qui existe pour ce module.' },
  ]);
}

const toColumns = (form: SlotForm) => ({
  heldOn: fromDay(form.date),
  halfDay: form.halfDay,
  startsAt: form.startsAt,
  minutes: form.minutes,
  trainerId: form.trainerId,
  roomId: roomTaken(form),
  mode: form.mode,
});

async function insertSlot(
  tx: Tx,
  actor: Actor,
  cohort: PlannedCohort,
  form: SlotForm,
  acceptedRules: readonly string[],
): Promise<string> {
  const run = await findRun(tx, actor, cohort, form);
  const { id } = await tx.slot.create({
    data: {
      centreId: actor.centreId,
      cohortId: cohort.id,
      moduleRunId: run.id,
      ...toColumns(form),
      acceptedRules: [...acceptedRules],
    },
  });
  return id;
}

async function updateSlot(
  tx: Tx,
  actor: Actor,
  { slot, cohort, body: form, accepted }: SavedChange,
): Promise<void> {
  const run = isSameItem(slot.moduleRun, form)
    ? slot.moduleRun
    : await findRun(tx, actor, cohort, form);
  await tx.slot.updateMany({
    where: { id: slot.id },
    data: {
      moduleRunId: run.id,
      ...toColumns(form),
      acceptedRules: [...accepted],
      revision: { increment: 1 },
    },
  });
}

async function describeOne(tx: Tx, id: string): Promise<CalendarSlot> {
  const row = await tx.slot.findFirstOrThrow({ where: { id }, include: withSlotParts });
  const [view] = await describeSlots(tx, [row]);
  return found(view, 'Ce créneau');
}

const auditOf = ({ date, halfDay, startsAt, minutes, moduleCode, blockCode }: SlotForm) => ({
  date,
  halfDay,
  startsAt,
  minutes,
  blockCode,
  moduleCode,
});
