import type { Input, Output } from '@jalon/contract';
import {
  type AssignedSlot,
  addDays,
  countNoun,
  groupBy,
  hasError,
  type JudgedAssignment,
  judgeAssignment,
  mondayOf,
  type PlainDate,
  roomTaken,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { loadMoveFacts } from '../plans/load-move-facts.ts';
import { requireRoom, requireTrainer } from './bookings.ts';
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
      const all = await findSlots(tx, cohort.id, body);
      const today = this.clock.today();
      const slots = body.withPast ? all : all.filter(({ wanted }) => wanted.date >= today);
      const { free, taken } = await judge(tx, cohort.id, slots, body, today);
      if (taken.length > 0 && !body.skipTaken) throw refuse(taken);
      await trackSlots(tx, actor, this.clock.now(), [cohort.id], () => save(tx, free, body));
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
        skipped: taken.map(sayFirst),
        pastLeft: all.length - slots.length,
      };
    });
  }
}

/** The half-days of these modules that nobody signed, as they are wanted; at a distance, no room. */
async function findSlots(tx: Tx, cohortId: string, form: Form): Promise<AssignedSlot[]> {
  const ids = [...new Set(form.moduleRunIds)];
  const runs = await tx.moduleRun.findMany({ where: { id: { in: ids }, cohortId } });
  found(runs.length === ids.length ? runs : null, 'Un de ces modules de la cohorte');
  const rows = await tx.slot.findMany({
    where: {
      moduleRunId: { in: ids },
      cancelledAt: null,
      sheets: { none: {} },
      ...(form.trainerId === undefined ? { mode: 'on_site' } : {}),
    },
    include: withSlotParts,
  });
  return rows.map((row) => {
    const { trainerId = row.trainerId, roomId = row.roomId } = form;
    const wanted = { ...toPlanned(row), trainerId, roomId: roomTaken({ mode: row.mode, roomId }) };
    return { wanted, accepted: row.acceptedRules };
  });
}

async function judge(
  tx: Tx,
  cohortId: string,
  slots: readonly AssignedSlot[],
  form: Form,
  today: PlainDate,
): Promise<JudgedAssignment> {
  const days = slots.map(({ wanted }) => wanted.date).toSorted();
  const [first = today, last = first] = [days[0], days.at(-1)];
  const weeks = { from: mondayOf(first), to: addDays(mondayOf(last), 6) };
  const facts = await loadMoveFacts(tx, [cohortId], today, weeks);
  const fields = (['trainerId', 'roomId'] as const).filter((field) => form[field] !== undefined);
  return judgeAssignment(facts, slots, fields, form.acceptedWarnings);
}

/** One statement for those of which the same rules are accepted: nearly always all of them. */
async function save(tx: Tx, free: JudgedAssignment['free'], form: Form): Promise<void> {
  for (const [, alike] of groupBy(free, ({ accepted }) => accepted.join())) {
    const where = { id: { in: alike.map(({ id }) => id) } };
    const data = {
      acceptedRules: [...(alike[0]?.accepted ?? [])],
      ...(form.trainerId === undefined ? {} : { trainerId: form.trainerId }),
      revision: { increment: 1 },
    };
    const { roomId } = form;
    if (roomId === undefined) await tx.slot.updateMany({ where, data });
    else {
      await tx.slot.updateMany({ where: { ...where, mode: 'on_site' }, data: { ...data, roomId } });
      await tx.slot.updateMany({ where: { ...where, mode: 'remote' }, data });
    }
  }
}

type Taken = JudgedAssignment['taken'][number];

const sayFirst = ({ findings }: Taken): string => findings[0]?.message ?? '';

/** What only warnings speak against may be confirmed: `current` names them. */
function refuse(taken: readonly Taken[]): DomainError {
  const findings = taken.flatMap((one) => one.findings);
  const warnings = hasError(findings) ? [] : [...new Set(findings.map(({ rule }) => rule))];
  const count = countNoun(taken.length, 'créneau', 'créneaux');
  const detail =
    warnings.length > 0
      ? `${count} ${taken.length < 2 ? 'demande' : 'demandent'} votre accord. Confirmez, affectez les autres, ou choisissez quelqu’un d’autre.`
      : `${count} ne ${taken.length < 2 ? 'peut' : 'peuvent'} pas changer. Affectez les autres, ou choisissez quelqu’un d’autre.`;
  return new DomainError('rule_refused', detail, {
    errors: taken.map((one) => ({ pointer: one.findings[0]?.path ?? '', message: sayFirst(one) })),
    current: { warnings },
  });
}
