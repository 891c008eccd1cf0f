import { campaignDueDay } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { UnitOfWork } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { type Asked, TutorRequests } from '../appraisals/tutor-requests.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { SelfInvitations } from '../self-assessments/self-invitations.ts';
import { loadCampaignPlan, withCohort } from './campaigns.queries.ts';

/** Asks what a campaign has to ask today: of everyone on its day, then of newcomers until it is due. */
@Injectable()
export class CampaignOpener {
  constructor(
    private readonly clock: Clock,
    private readonly requests: TutorRequests,
    private readonly invitations: SelfInvitations,
  ) {}

  /** Running it again asks nobody twice. The mails are signed by whoever planned the campaign. */
  async open(unit: UnitOfWork, actor: Pick<Actor, 'centreId'>, campaignId: string): Promise<Asked> {
    const { tx, key, audit } = unit;
    const today = this.clock.today();
    await tx.$queryRaw`
      select id from appraisal_campaign where id = ${campaignId}::uuid for update`;
    const row = await tx.appraisalCampaign.findFirstOrThrow({
      where: { id: campaignId },
      include: withCohort,
    });
    const enrolled = await tx.enrolment.findMany({
      where: { cohortId: row.cohortId, state: 'active' },
      select: { id: true },
    });
    await holdEnrolments(
      tx,
      enrolled.map(({ id }) => id),
    );
    const { learners, blocks, plan } = await loadCampaignPlan(tx, row, today);
    const asker = { centreId: actor.centreId, userId: row.plannedByUserId };
    const dueOn = campaignDueDay(toDay(row.dueOn), today);
    // Whom the campaign has asked nothing about yet: their one mail is of today.
    const known = await tx.appraisal.findMany({ where: { campaignId }, distinct: ['enrolmentId'] });
    const asked = await this.requests.ask(unit, asker, {
      learners,
      blocks,
      requests: plan.requests,
      label: row.label,
      dueOn,
      campaignId,
    });
    const enrolmentIds = [...new Set(plan.requests.map((one) => one.enrolmentId))].filter(
      (id) => !known.some(({ enrolmentId }) => enrolmentId === id),
    );
    if (enrolmentIds.length > 0)
      await this.invitations.invite(unit, asker, {
        campaignId,
        dueOn,
        enrolmentIds,
        blocks,
        opensOn: toDay(row.opensOn),
      });
    if (row.openedAt === null) {
      await tx.appraisalCampaign.update({
        where: key(campaignId),
        data: { openedAt: this.clock.now(), revision: { increment: 1 } },
      });
      const { requested, mails } = asked;
      audit({
        action: 'appraisal-campaign.opened',
        subjectId: campaignId,
        data: { requested, mails },
      });
    }
    return asked;
  }
}
