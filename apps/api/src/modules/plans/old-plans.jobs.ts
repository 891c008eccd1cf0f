import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { OnJob, OnSchedule } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';

/** How long a search keeps its plan, in days: by then the calendars it was made for have moved on. */
const KEPT_DAYS = 60;
const DAY = 86_400_000;

/**
 * Each night, searches that ended long ago leave with the whole plans that they hold. Who asked,
 * accepted and what it changed stays: in the audit trail and in the calendars.
 */
@Injectable()
export class OldPlans {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One job a centre that has some. */
  @OnSchedule('plan.forget')
  async forgetAll(): Promise<void> {
    const centres = await this.db.system.planSearch.groupBy({
      by: ['centreId'],
      where: this.areOld(),
    });
    await this.db.system.outboxJob.createMany({
      data: centres.map(({ centreId }) => ({ centreId, name: 'plan.forget-centre', payload: {} })),
    });
  }

  @OnJob('plan.forget-centre')
  async forgetCentre({ centreId }: JobContext<'plan.forget-centre'>): Promise<void> {
    await this.db.runAtTheDoor(async ({ tx, audit }) => {
      const { count } = await tx.planSearch.deleteMany({ where: { ...this.areOld(), centreId } });
      if (count > 0)
        audit(systemActor(centreId), {
          action: 'plan.forgotten',
          subjectId: centreId,
          data: { count, keptDays: KEPT_DAYS },
        });
    });
  }

  /** Over, and neither asked nor accepted in part since: what is under way is never old. */
  private areOld(): Prisma.PlanSearchWhereInput {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY);
    return {
      state: { notIn: ['queued', 'searching'] },
      createdAt: { lt: before },
      OR: [{ acceptedAt: null }, { acceptedAt: { lt: before } }],
    };
  }
}
