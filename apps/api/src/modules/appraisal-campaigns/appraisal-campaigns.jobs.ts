import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { OnJob, OnSchedule } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { CampaignOpener } from './campaign-opener.ts';
import { openCohorts } from './campaigns.queries.ts';

/** Each morning: campaigns open on their day, and ask newcomers' tutors until they are due. */
@Injectable()
export class AppraisalCampaignJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly opener: CampaignOpener,
  ) {}

  /** One job a centre, so that one that fails is tried again alone. */
  @OnSchedule('appraisal-campaign.open')
  async openAll(): Promise<void> {
    const centres = await this.db.system.appraisalCampaign.groupBy({
      by: ['centreId'],
      where: this.running(),
    });
    await this.db.system.outboxJob.createMany({
      data: centres.map(({ centreId }) => ({
        centreId,
        name: 'appraisal-campaign.open-centre',
        payload: {},
      })),
    });
  }

  @OnJob('appraisal-campaign.open-centre')
  async openCentre({ centreId }: JobContext<'appraisal-campaign.open-centre'>): Promise<void> {
    const actor = systemActor(centreId);
    const campaigns = await this.db.run(actor, ({ tx }) =>
      tx.appraisalCampaign.findMany({
        where: this.running(),
        select: { id: true },
        orderBy: [{ opensOn: 'asc' }, { id: 'asc' }],
      }),
    );
    for (const { id } of campaigns)
      await this.db.run(actor, (unit) => this.opener.open(unit, actor, id));
  }

  private running() {
    const today = fromDay(this.clock.today());
    return { opensOn: { lte: today }, dueOn: { gte: today }, cohort: openCohorts };
  }
}
