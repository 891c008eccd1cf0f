import type { Input, Output } from '@jalon/contract';
import { countNoun, type Finding, type PlannedSlot } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { findBookingClashes, requireRoom, requireTrainer } from './bookings.ts';
import { toPlanned, withSlotParts } from './describe-slot.ts';
import { lockCalendars } from './opening-rules.ts';
import { findPlannedCohort } from './planning.service.ts';
import { trackSlots } from './slot-trail.ts';

type Form = Input<'POST /cohorts/:cohortId/assignment'>['body'];

/** One trainer or room for every half-day to come of some modules; past unsigned ones if asked. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  assign(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/assignment'>,
  ): Promise<Output<'POST /cohorts/:cohortId/assignment'>> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockCalendars(tx, actor.centreId);
      const cohort = await findPlannedCohort(tx, actor, params.cohortId);
      await requireTrainer(tx, body.trainerId ?? null);
      await requireRoom(tx, body.roomId ?? null);
      const all = await findSlots(tx, cohort.id, body.moduleRunIds);
      const today = this.clock.today();
      const slots = body.withPast ? all : all.filter(({ date }) => date >= today);
      const clashes = await findBookingClashes(
        tx,
        slots.map((slot) => withBooking(slot, body)),
      );
      if (clashes.size > 0 && !body.skipTaken) throw taken(clashes);
      const free = slots.filter(({ id }) => !clashes.has(id)).map(({ id }) => id);
      await forgetAccepted(tx, free, body);
      await trackSlots(tx, actor, this.clock.now(), [cohort.id], () =>
        tx.slot.updateMany({
          where: { id: { in: free } },
          data: {
            ...(body.trainerId === undefined ? {} : { trainerId: body.trainerId }),
            ...(body.roomId === undefined ? {} : { roomId: body.roomId }),
            ...(body.trainerId === null || body.roomId === null ? { lockedAt: null } : {}),
            revision: { increment: 1 },
          },
        }),
      );
      audit({
        action: 'slots.assigned',
        subjectId: cohort.id,
        data: {
          moduleRunIds: body.moduleRunIds,
          slotCount: free.length,
          trainerId: body.trainerId ?? null,
        },
      });
      return {
        assigned: free.length,
        skipped: [...clashes.values()].map(({ message }) => message),
        pastLeft: all.length - slots.length,
      };
    });
  }
}

/** The half-days of these modules that nobody signed. */
async function findSlots(
  tx: Tx,
  cohortId: string,
  moduleRunIds: readonly string[],
): Promise<PlannedSlot[]> {
  const ids = [...new Set(moduleRunIds)];
  const runs = await tx.moduleRun.findMany({ where: { id: { in: ids }, cohortId } });
  found(runs.length === ids.length ? runs : null, 'Un de ces modules de la cohorte');
  const rows = await tx.slot.findMany({
    where: { moduleRunId: { in: ids }, cancelledAt: null, sheets: { none: {} } },
    include: withSlotParts,
  });
  return rows.map(toPlanned);
}

/** What was accepted of the trainer or the room that goes says nothing of the one that comes. */
async function forgetAccepted(tx: Tx, ids: readonly string[], form: Form): Promise<void> {
  const slots = await tx.slot.findMany({
    where: { id: { in: [...ids] }, acceptedRules: { isEmpty: false } },
    select: { id: true, acceptedRules: true },
  });
  for (const { id, acceptedRules } of slots) {
    const left = acceptedRules.filter(
      (rule) =>
        !(form.trainerId !== undefined && rule.startsWith('plan.trainer-')) &&
        !(form.roomId !== undefined && rule.startsWith('plan.room-')),
    );
    await tx.slot.updateMany({ where: { id }, data: { acceptedRules: left } });
  }
}

const withBooking = (slot: PlannedSlot, form: Form): PlannedSlot => ({
  ...slot,
  trainerId: form.trainerId === undefined ? slot.trainerId : form.trainerId,
  roomId: form.roomId === undefined ? slot.roomId : form.roomId,
});

function taken(clashes: ReadonlyMap<string, Finding>): DomainError {
  const messages = [...clashes.values()];
  return new DomainError(
    'rule_refused',
    `${countNoun(messages.length, 'créneau', 'créneaux')} ne ${messages.length < 2 ? 'peut' : 'peuvent'} pas changer. Affectez les autres, ou choisissez quelqu’un d’autre.`,
    { errors: messages.map(({ path, message }) => ({ pointer: path, message })) },
  );
}
