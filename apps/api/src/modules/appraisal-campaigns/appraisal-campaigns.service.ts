import type { Input, Output } from '@jalon/contract';
import {
  addMonths,
  type CampaignForm,
  checkCampaign,
  checkCampaignKept,
  type Framework,
  formatName,
  type PlainDate,
  proposeCampaigns,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { loadLearners } from '../appraisals/learners.queries.ts';
import { sumCalendars } from '../cohorts/describe-cohort.ts';
import { CampaignOpener } from './campaign-opener.ts';
import { type CampaignRow, loadFramework, sizeBlocks, withCohort } from './campaigns.queries.ts';
import { describeCampaigns } from './describe-campaigns.ts';

type Planned = Output<'POST /cohorts/:cohortId/appraisal-campaigns'>;

/** The campaigns of a cohort: what its calendar proposes, and what a person plans. */
@Injectable()
export class AppraisalCampaignsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly opener: CampaignOpener,
  ) {}

  list(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/appraisal-campaigns'>,
  ): Promise<Output<'GET /cohorts/:cohortId/appraisal-campaigns'>> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const cohort = await findCohort(tx, params.cohortId);
      const framework = await loadFramework(tx, cohort);
      const campaigns = await tx.appraisalCampaign.findMany({
        where: { cohortId: cohort.id },
        include: withCohort,
        orderBy: [{ opensOn: 'asc' }, { id: 'asc' }],
      });
      const learners = await loadLearners(tx, { cohortId: cohort.id, state: 'active' }, today);
      const blocks = sizeBlocks(framework);
      const planned = campaigns.map(({ label }) => label);
      const calendar = {
        startsOn: toDay(cohort.startsOn),
        endsOn: await findEnd(tx, cohort, framework),
        juryOn: toDayOrNull(cohort.juryOn),
        blocks,
      };
      return {
        cohort: { id: cohort.id, name: cohort.name },
        blocks,
        campaigns: await describeCampaigns(tx, campaigns, today),
        proposals: proposeCampaigns(calendar, planned, today).map((one) => ({
          ...one,
          blockCodes: [...one.blockCodes],
        })),
        withoutTutor: learners
          .filter(({ tutor }) => tutor === null)
          .map(({ enrolment }) => ({
            enrolmentId: enrolment.id,
            name: formatName(enrolment.person),
          })),
      };
    });
  }

  /** A campaign whose day is today opens at once; another one on the morning of its day. */
  plan(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/appraisal-campaigns'>,
  ): Promise<Planned> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const cohort = await findCohort(tx, params.cohortId);
      await this.check(tx, cohort, body, null);
      const { id } = await tx.appraisalCampaign.create({
        data: {
          ...toRow(body),
          centreId: actor.centreId,
          cohortId: cohort.id,
          plannedByUserId: actor.userId,
          createdAt: this.clock.now(),
        },
      });
      const { opensOn, dueOn } = body;
      const data = { cohortId: cohort.id, opensOn, dueOn };
      audit({ action: 'appraisal-campaign.planned', subjectId: id, data });
      return this.openIfToday(unit, actor, id, opensOn);
    });
  }

  change(
    actor: Actor,
    { params, body }: Input<'PUT /appraisal-campaigns/:campaignId'>,
  ): Promise<Planned> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const row = await this.findUnopened(tx, params.campaignId);
      const { revision, ...form } = body;
      await this.check(tx, await findCohort(tx, row.cohortId), form, row.id);
      const { count } = await tx.appraisalCampaign.updateMany({
        where: { id: row.id, revision },
        data: { ...toRow(form), plannedByUserId: actor.userId, revision: { increment: 1 } },
      });
      if (count === 0)
        throw editedMeanwhile((await describeCampaigns(tx, [row], this.clock.today()))[0]);
      const { opensOn, dueOn } = form;
      audit({
        action: 'appraisal-campaign.changed',
        subjectId: row.id,
        data: { opensOn, dueOn },
      });
      return this.openIfToday(unit, actor, row.id, opensOn);
    });
  }

  remove(actor: Actor, { params }: Input<'DELETE /appraisal-campaigns/:campaignId'>) {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const { id, cohortId } = await this.findUnopened(tx, params.campaignId);
      await tx.appraisalCampaign.delete({ where: key(id) });
      audit({ action: 'appraisal-campaign.removed', subjectId: id, data: { cohortId } });
      return { done: true as const };
    });
  }

  private async openIfToday(
    unit: UnitOfWork,
    actor: Actor,
    id: string,
    opensOn: PlainDate,
  ): Promise<Planned> {
    if (opensOn > this.clock.today()) return { id, requested: 0, mails: 0 };
    const { requested, mails } = await this.opener.open(unit, actor, id);
    return { id, requested, mails };
  }

  private async check(
    tx: Tx,
    cohort: Awaited<ReturnType<typeof findCohort>>,
    form: CampaignForm,
    ownId: string | null,
  ): Promise<void> {
    const others = await tx.appraisalCampaign.findMany({
      where: { cohortId: cohort.id, ...(ownId ? { id: { not: ownId } } : {}) },
      select: { label: true },
    });
    const labels = others.map(({ label }) => label);
    const blocks = sizeBlocks(await loadFramework(tx, cohort));
    raiseFindings(checkCampaign(form, labels, blocks, this.clock.today()));
  }

  /** The campaign, held against its own opening. @throws rule_refused once it has asked */
  private async findUnopened(tx: Tx, id: string): Promise<CampaignRow> {
    await tx.$queryRaw`select id from appraisal_campaign where id = ${id}::uuid for update`;
    const row = await tx.appraisalCampaign.findFirst({ where: { id }, include: withCohort });
    const campaign = found(row, 'Cette campagne');
    refuseRule(checkCampaignKept(campaign.openedAt !== null));
    return campaign;
  }
}

/** The cohort, held so that two people do not plan the same moment twice. */
async function findCohort(tx: Tx, id: string) {
  await tx.$queryRaw`select id from cohort where id = ${id}::uuid for no key update`;
  return found(await tx.cohort.findFirst({ where: { id } }), 'Cette cohorte');
}

const toRow = ({ label, opensOn, dueOn, blockCodes }: CampaignForm) => ({
  label,
  opensOn: fromDay(opensOn),
  dueOn: fromDay(dueOn),
  blockCodes: [...new Set(blockCodes)],
});

/** Its last day as it was said, else of its calendar, else by the length of the course. */
async function findEnd(
  tx: Tx,
  { id, startsOn, endsOn }: { id: string; startsOn: Date; endsOn: Date | null },
  framework: Framework,
): Promise<PlainDate> {
  const sums = await sumCalendars(tx, [id]);
  return (
    toDayOrNull(endsOn) ??
    sums.get(id)?.lastDay ??
    addMonths(toDay(startsOn), framework.durationMonths.max)
  );
}
