import type { Input, Output } from '@jalon/contract';
import { findBlock, formatName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { found } from '../../http/domain-error.ts';
import { scopeCohorts } from '../cohorts/cohort-scope.ts';
import { describeHeader } from './describe-event.ts';
import { scopeEvents, seesEveryEvent, withEventParts } from './event-record.ts';

type OfCohort = Output<'GET /cohorts/:cohortId/assessment-events'>;

/** The events that an actor may see, and the half-days that call for one. */
@Injectable()
export class EventListsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  listAll(actor: Actor): Promise<Output<'GET /assessment-events'>> {
    return this.db.run(actor, async ({ tx }) => ({
      today: this.clock.today(),
      events: await readHeaders(tx, scopeEvents(actor)),
    }));
  }

  listOfCohort(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/assessment-events'>,
  ): Promise<OfCohort> {
    return this.db.run(actor, async ({ tx }) => {
      const cohort = found(
        await tx.cohort.findFirst({
          where: { id: params.cohortId, AND: [scopeOf(actor)] },
          include: { frameworkVersion: true, site: true },
        }),
        'Cette cohorte',
      );
      const where = { AND: [scopeEvents(actor), { cohortId: cohort.id }] };
      return {
        cohort: { id: cohort.id, name: cohort.name },
        today: this.clock.today(),
        events: await readHeaders(tx, where),
        halfDays: seesEveryEvent(actor) ? await readHalfDays(tx, cohort) : [],
      };
    });
  }
}

/** The cohorts of those who see all of them, who teach there, or who assess there. */
const scopeOf = (actor: Actor): Prisma.CohortWhereInput =>
  seesEveryEvent(actor)
    ? {}
    : { OR: [scopeCohorts(actor), { assessmentEvents: { some: scopeEvents(actor) } }] };

async function readHeaders(tx: Tx, where: Prisma.AssessmentEventWhereInput) {
  const rows = await tx.assessmentEvent.findMany({
    where,
    include: withEventParts,
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(describeHeader);
}

/** Evaluation half-days of the cohort's calendar for which no event stands, in time order. */
async function readHalfDays(
  tx: Tx,
  cohort: Prisma.CohortGetPayload<{ include: { frameworkVersion: true; site: true } }>,
): Promise<OfCohort['halfDays']> {
  const events = await tx.assessmentEvent.findMany({
    where: { cohortId: cohort.id, cancelledAt: null },
    select: { slotId: true },
  });
  const slots = await tx.slot.findMany({
    where: {
      cohortId: cohort.id,
      cancelledAt: null,
      moduleRun: { kind: 'evaluation' },
      id: { notIn: events.flatMap(({ slotId }) => slotId ?? []) },
    },
    include: { moduleRun: true, trainer: true, room: true },
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
  });
  const framework = toFramework(cohort.frameworkVersion);
  return slots.map((slot) => {
    const { code, name } = findBlock(framework, slot.moduleRun.blockCode);
    return {
      slotId: slot.id,
      block: { code, name },
      date: toDay(slot.heldOn),
      startsAt: slot.startsAt,
      minutes: slot.minutes,
      place: slot.mode === 'remote' ? 'À distance' : (slot.room?.name ?? cohort.site.name),
      trainerName: slot.trainer ? formatName(slot.trainer) : null,
    };
  });
}
