import type { Input, Output } from '@jalon/contract';
import { countNoun, type Finding, type PlannedSlot } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { findBookingClashes, requireTrainer } from './bookings.ts';
import { roomKey, toPlanned, withSlotParts } from './describe-slot.ts';
import { lockCalendars } from './opening-rules.ts';
import { findPlannedCohort } from './planning.service.ts';

type Form = Input<'POST /cohorts/:cohortId/assignment'>['body'];

/** One trainer or room for every half-day to come of a module. */
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
      const slots = await this.findSlots(tx, cohort.id, body.moduleRunId);
      const clashes = await findBookingClashes(
        tx,
        slots.map((slot) => withBooking(slot, body)),
      );
      if (clashes.size > 0 && !body.skipTaken) throw taken(clashes);
      const free = slots.filter(({ id }) => !clashes.has(id)).map(({ id }) => id);
      await tx.slot.updateMany({
        where: { id: { in: free } },
        data: {
          ...(body.trainerId === undefined ? {} : { trainerId: body.trainerId }),
          ...(body.room === undefined ? {} : { room: body.room || null }),
          revision: { increment: 1 },
        },
      });
      audit({
        action: 'slots.assigned',
        subjectId: body.moduleRunId,
        data: { slotCount: free.length, trainerId: body.trainerId ?? null },
      });
      return {
        assigned: free.length,
        skipped: [...clashes.values()].map(({ message }) => message),
      };
    });
  }

  private async findSlots(tx: Tx, cohortId: string, moduleRunId: string): Promise<PlannedSlot[]> {
    found(
      await tx.moduleRun.findFirst({ where: { id: moduleRunId, cohortId } }),
      'Ce module de la cohorte',
    );
    const rows = await tx.slot.findMany({
      where: {
        moduleRunId,
        cancelledAt: null,
        sheets: { none: {} },
        heldOn: { gte: fromDay(this.clock.today()) },
      },
      include: withSlotParts,
    });
    return rows.map(toPlanned);
  }
}

const withBooking = (slot: PlannedSlot, form: Form): PlannedSlot => ({
  ...slot,
  trainerId: form.trainerId === undefined ? slot.trainerId : form.trainerId,
  roomId: form.room === undefined ? slot.roomId : roomKey(form.room),
});

function taken(clashes: ReadonlyMap<string, Finding>): DomainError {
  const messages = [...clashes.values()];
  return new DomainError(
    'rule_refused',
    `${countNoun(messages.length, 'créneau', 'créneaux')} ne ${messages.length < 2 ? 'peut' : 'peuvent'} pas changer. Affectez les autres, ou choisissez quelqu’un d’autre.`,
    { errors: messages.map(({ path, message }) => ({ pointer: path, message })) },
  );
}
