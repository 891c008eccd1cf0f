import type { Input, Output } from '@jalon/contract';
import {
  computeHours,
  expectedSlots,
  explainHours,
  type Framework,
  formatName,
  isOver,
  type LearnerBlockHours,
  minutesWaived,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { seesWholeCentre } from '../cohorts/cohort-scope.ts';
import { programmeOf } from '../cohorts/module-runs.ts';
import { dispensationFacts } from '../enrolments/enrolment-facts.ts';
import { taughtBy } from '../enrolments/taught-by.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import type { AttendanceRow } from './describe-entry.ts';

type Hours = Output<'GET /enrolments/:enrolmentId/hours'>;

/** The enrolments whose hours the actor may see: a trainer, of those they teach. */
const scopeTaught = (actor: Actor): Prisma.EnrolmentWhereInput =>
  seesWholeCentre(actor) ? {} : taughtBy(actor);

/** Hours of one enrolment, down to each half-day. */
@Injectable()
export class HoursService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, { params }: Input<'GET /enrolments/:enrolmentId/hours'>): Promise<Hours> {
    const now = this.clock.parisMoment();
    return this.db.run(actor, async ({ tx }) => {
      const enrolment = found(
        await tx.enrolment.findFirst({
          where: { id: params.enrolmentId, ...scopeTaught(actor) },
          include: withPath,
        }),
        'Cette inscription',
      );
      const { learners } = await readLearnerFacts(queryIn(tx), 'enrolments', [enrolment.id], now);
      const { facts } = found(learners[0], 'Cette inscription');
      const framework = toFramework(enrolment.cohort.frameworkVersion);
      const computed = computeHours({ framework, ...facts });
      const { blocks, ...hours } = computed;
      const rows = await tx.attendance.findMany({
        where: { enrolmentId: enrolment.id, supersededById: null },
        orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }],
      });
      const expected = await listExpectedSlots(tx, enrolment, framework);
      const { nameOf } = programmeOf(enrolment.cohort.frameworkVersion);
      return {
        enrolmentId: enrolment.id,
        learnerName: formatName(enrolment.person),
        cohort: { id: enrolment.cohort.id, name: enrolment.cohort.name },
        ...hours,
        reasons: [
          ...explainHours(
            {
              framework,
              route: enrolment.route,
              dispensations: enrolment.dispensations.map(dispensationFacts),
            },
            computed,
          ),
        ],
        blocks: blocks.map((block) => describeBlock(framework, block)),
        recorded: await describeRecorded(tx, rows, nameOf),
        unrecorded: expected
          .filter((slot) => isOver(slot, now) && !rows.some((row) => row.slotId === slot.id))
          .map((slot) => ({ ...slot, slotId: slot.id, name: nameOf(slot) })),
      };
    });
  }
}

const withPath = {
  person: true,
  dispensations: true,
  cohort: { include: { frameworkVersion: true } },
  pathRuns: { include: { moduleRun: true } },
} as const satisfies Prisma.EnrolmentInclude;

/** The half-days at which this enrolment is expected, past and to come. */
async function listExpectedSlots(
  tx: Tx,
  enrolment: Prisma.EnrolmentGetPayload<{ include: typeof withPath }>,
  framework: Framework,
) {
  const runs = new Map(enrolment.pathRuns.map(({ moduleRun }) => [moduleRun.id, moduleRun]));
  const slots = await tx.slot.findMany({
    where: { moduleRunId: { in: [...runs.keys()] }, cancelledAt: null },
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }],
  });
  return expectedSlots({
    path: [...runs.values()],
    slots: slots.flatMap(({ moduleRunId, heldOn, ...slot }) => {
      const run = runs.get(moduleRunId);
      if (!run) return [];
      const { kind, blockCode, moduleCode } = run;
      return [{ ...slot, date: toDay(heldOn), kind, blockCode, moduleCode }];
    }),
    startsOn: toDay(enrolment.startsOn),
    endsOn: toDayOrNull(enrolment.endsOn),
    waived: minutesWaived(framework, enrolment.dispensations),
  });
}

function describeBlock(framework: Framework, hours: LearnerBlockHours): Hours['blocks'][number] {
  const block = framework.blocks.find(({ code }) => code === hours.blockCode);
  return {
    ...hours,
    name: block?.name ?? hours.blockCode,
    modules: hours.modules.map((row) => ({
      ...row,
      name: block?.modules.find(({ code }) => code === row.moduleCode)?.name ?? row.moduleCode,
    })),
  };
}

async function describeRecorded(
  tx: Tx,
  rows: readonly AttendanceRow[],
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
