import type { Input, Output } from '@jalon/contract';
import { computeHours, type Framework, formatName, type LearnerBlockHours } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { seesWholeCentre } from '../cohorts/cohort-scope.ts';
import { programmeOf } from '../cohorts/module-runs.ts';
import type { AttendanceRow } from './describe-entry.ts';
import { type HoursFacts, loadHours } from './load-hours.ts';

type Hours = Output<'GET /enrolments/:enrolmentId/hours'>;

/** The enrolments whose hours the actor may see: a trainer, of those they teach. */
const scopeTaught = (actor: Actor): Prisma.EnrolmentWhereInput =>
  seesWholeCentre(actor)
    ? {}
    : {
        pathRuns: { some: { moduleRun: { slots: { some: { trainerId: actor.personId } } } } },
      };

/** Hours of one enrolment, down to each half-day. */
@Injectable()
export class HoursService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, { params }: Input<'GET /enrolments/:enrolmentId/hours'>): Promise<Hours> {
    return this.db.run(actor, async ({ tx }) => {
      const enrolment = found(
        await tx.enrolment.findFirst({
          where: { id: params.enrolmentId, ...scopeTaught(actor) },
          include: { person: true, cohort: { include: { frameworkVersion: true } } },
        }),
        'Cette inscription',
      );
      const all = await loadHours(tx, [enrolment.id], this.clock.parisMoment());
      const facts = found(all.get(enrolment.id), 'Cette inscription');
      const { total, rate, expectedMinutes, attendedMinutes, blocks } = computeHours(facts);
      const { nameOf } = programmeOf(enrolment.cohort.frameworkVersion);
      return {
        enrolmentId: enrolment.id,
        learnerName: formatName(enrolment.person),
        cohort: { id: enrolment.cohort.id, name: enrolment.cohort.name },
        total,
        rate,
        expectedMinutes,
        attendedMinutes,
        blocks: blocks.map((block) => describeBlock(facts.framework, block)),
        recorded: await describeRecorded(tx, facts, nameOf),
        unrecorded: facts.expectedSlots
          .filter((slot) => !facts.rows.some((row) => row.slotId === slot.id))
          .map((slot) => ({ ...slot, slotId: slot.id, name: nameOf(slot) })),
      };
    });
  }
}

function describeBlock(framework: Framework, hours: LearnerBlockHours): Hours['blocks'][number] {
  const block = framework.blocks.find(({ code }) => code === hours.blockCode);
  return {
    ...hours,
    evaluation: { ...hours.evaluation },
    name: block?.name ?? hours.blockCode,
    modules: hours.modules.map((row) => ({
      ...row,
      name: block?.modules.find(({ code }) => code === row.moduleCode)?.name ?? row.moduleCode,
    })),
  };
}

async function describeRecorded(
  tx: Tx,
  { rows }: HoursFacts,
  nameOf: (row: AttendanceRow) => string,
): Promise<Hours['recorded']> {
  const slots = await tx.slot.findMany({
    where: { id: { in: rows.map(({ slotId }) => slotId) } },
    include: { cohort: { select: { name: true } }, trainer: true, sheets: true },
  });
  const byId = new Map(slots.map((slot) => [slot.id, slot]));
  return rows.map((row) => {
    const slot = byId.get(row.slotId);
    return {
      attendanceId: row.id,
      slotId: row.slotId,
      date: toDay(row.heldOn),
      halfDay: row.halfDay,
      startsAt: row.startsAt,
      slotMinutes: row.slotMinutes,
      kind: row.kind,
      blockCode: row.blockCode,
      moduleCode: row.moduleCode,
      name: nameOf(row),
      cohortName: slot?.cohort.name ?? '',
      trainerName: slot?.sheets[0]?.signerName ?? (slot?.trainer ? formatName(slot.trainer) : null),
      state: row.state,
      lateMinutes: row.lateMinutes,
      leftEarlyMinutes: row.leftEarlyMinutes,
      minutesDone: row.minutesDone,
      justification: row.justification,
      motive: row.motive,
      isSigned: (slot?.sheets.length ?? 0) > 0,
    };
  });
}
