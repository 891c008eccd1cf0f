import type { CalendarProposalView, Input, Output } from '@jalon/contract';
import { comparePlannedHours, countNoun, type PlainDate } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { scopeCohorts, seesWholeCentre } from '../cohorts/cohort-scope.ts';
import { adoptPlan } from './adopt-plan.ts';
import { listEvents } from './cohort-events.ts';
import { describeSlots, inTime, toPlanned, withSlotParts } from './describe-slot.ts';
import {
  listDaysOff,
  lockCalendars,
  lockSlots,
  openingRules,
  type PlannedCohort,
  withCalendarParts,
} from './opening-rules.ts';
import { describePlan, planChange } from './plan-change.ts';
import { scopeSlots } from './slot-scope.ts';
import { trackSlots } from './slot-trail.ts';

type CalendarView = Output<'GET /cohorts/:cohortId/calendar'>;
/** A centre-wide page shows at most this many days at once. */
const MAX_DAYS_SHOWN = 100;

@Injectable()
export class PlanningService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, { params }: Input<'GET /cohorts/:cohortId/calendar'>): Promise<CalendarView> {
    return this.db.run(actor, async ({ tx }) =>
      describeCalendar(tx, actor, await findPlannedCohort(tx, actor, params.cohortId)),
    );
  }

  propose(
    actor: Actor,
    { params }: Input<'POST /cohorts/:cohortId/calendar-proposal'>,
  ): Promise<CalendarProposalView> {
    return this.db.run(actor, async ({ tx }) => {
      const cohort = await findPlannedCohort(tx, actor, params.cohortId);
      return describePlan(cohort, await planChange(tx, cohort, this.clock.today()));
    });
  }

  adopt(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/calendar'>,
  ): Promise<CalendarView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockCalendars(tx, actor.centreId);
      const cohort = await findPlannedCohort(tx, actor, params.cohortId);
      await lockSlots(tx, [cohort.id]);
      const plan = await planChange(tx, cohort, this.clock.today());
      if (plan.fingerprint !== body.fingerprint) throw editedMeanwhile(describePlan(cohort, plan));
      await trackSlots(tx, actor, this.clock.now(), [cohort.id], () =>
        adoptPlan(tx, actor, cohort, plan, this.clock.today()),
      );
      if (cohort.state === 'draft' && plan.change.proposal.slots.length > 0)
        await tx.cohort.updateMany({
          where: { id: cohort.id },
          data: { state: 'planned', revision: { increment: 1 } },
        });
      const { kept, unchanged, moved, added, removed } = plan.change;
      audit({
        action: 'calendar.adopted',
        subjectId: cohort.id,
        data: {
          kept: kept.length + unchanged.length,
          moved: moved.length,
          added: added.length,
          removed: removed.length,
        },
      });
      return describeCalendar(tx, actor, cohort);
    });
  }

  listBetween(actor: Actor, { query }: Input<'GET /calendar'>): Promise<Output<'GET /calendar'>> {
    const { from, to, siteId, cohortId, trainerId, roomId } = query;
    if (daysShown(from, to) > MAX_DAYS_SHOWN)
      throw invalid([
        { pointer: '/to', message: `Choisissez au plus ${countNoun(MAX_DAYS_SHOWN, 'jour')}.` },
      ]);
    const where: Prisma.SlotWhereInput = {
      AND: [
        scopeSlots(actor),
        cohortId ? { cohortId } : {},
        trainerId ? { trainerId } : {},
        roomId ? { roomId } : {},
      ],
      heldOn: { gte: fromDay(from), lte: fromDay(to) },
      cancelledAt: null,
      ...(siteId ? { cohort: { siteId } } : {}),
    };
    const cohorts: Prisma.CohortWhereInput = {
      ...scopeCohorts(actor),
      ...(cohortId ? { id: cohortId } : {}),
      ...(siteId ? { siteId } : {}),
    };
    // A positioning and a jury are of no trainer and of no room.
    const isOfWholeCohorts = !trainerId && !roomId;
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.slot.findMany({ where, include: withSlotParts, orderBy: [...inTime] });
      return {
        slots: await describeSlots(tx, rows),
        daysOff: await daysOffOfSites(tx, from, to, siteId),
        events: isOfWholeCohorts
          ? (await listEvents(tx, cohorts, { from, to })).map(({ date, name, cohortName }) => ({
              date,
              name: `${name} · ${cohortName}`,
            }))
          : [],
      };
    });
  }
}

/** A cohort that the actor may see, with what its calendar depends on, or a 404. */
export async function findPlannedCohort(tx: Tx, actor: Actor, id: string): Promise<PlannedCohort> {
  const row = await tx.cohort.findFirst({
    where: { id, ...scopeCohorts(actor) },
    include: withCalendarParts,
  });
  return found(row, 'Cette cohorte');
}

async function describeCalendar(
  tx: Tx,
  actor: Actor,
  cohort: PlannedCohort,
): Promise<CalendarView> {
  const rows = await tx.slot.findMany({
    where: {
      cohortId: cohort.id,
      AND: [scopeSlots(actor)],
      OR: [{ cancelledAt: null }, { attendances: { some: {} } }, { sheets: { some: {} } }],
    },
    include: withSlotParts,
    orderBy: [...inTime],
  });
  const standing = rows.filter((row) => row.cancelledAt === null);
  const first = rows[0] ? toDay(rows[0].heldOn) : toDay(cohort.startsOn);
  const last = rows.at(-1)?.heldOn ?? cohort.endsOn ?? cohort.startsOn;
  const rules = openingRules(cohort.site, cohort.closedMonths);
  return {
    slots: await describeSlots(tx, rows),
    plannedHours: seesWholeCentre(actor)
      ? [...comparePlannedHours(toFramework(cohort.frameworkVersion), standing.map(toPlanned))]
      : [],
    daysOff: listDaysOff(startOfMonth(first), endOfMonth(toDay(last)), rules),
    events: (await listEvents(tx, { id: cohort.id })).map(({ date, name }) => ({ date, name })),
  };
}

/** What every shown site closes on: a centre-wide page greys a day only when all are shut. */
async function daysOffOfSites(
  tx: Tx,
  from: PlainDate,
  to: PlainDate,
  siteId: string | undefined,
): Promise<{ date: PlainDate; reason: string }[]> {
  const sites = await tx.site.findMany({
    where: siteId ? { id: siteId } : {},
    include: { closures: true },
  });
  const [first = [], ...others] = sites.map((site) => listDaysOff(from, to, openingRules(site)));
  return first.filter(({ date }) => others.every((days) => days.some((day) => day.date === date)));
}

const startOfMonth = (day: PlainDate): PlainDate => `${day.slice(0, 8)}01`;
const endOfMonth = (day: PlainDate): PlainDate => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return toDay(new Date(Date.UTC(year, month, 0)));
};
const daysShown = (from: PlainDate, to: PlainDate): number =>
  (fromDay(to).getTime() - fromDay(from).getTime()) / 86_400_000 + 1;
