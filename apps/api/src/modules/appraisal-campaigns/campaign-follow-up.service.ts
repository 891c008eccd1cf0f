import type { Input, Output } from '@jalon/contract';
import { formatName, formatSpokenName, type PlainDate } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { AppraisalLinks, type AskedOf } from '../appraisals/appraisal-links.ts';
import {
  type AppraisalWithBlock,
  attachBlocks,
  withContext,
} from '../appraisals/appraisals.queries.ts';
import { openRequests } from '../appraisals/appraisals.scope.ts';
import { byUrgency } from '../appraisals/describe-row.ts';
import { requestEndOf } from '../appraisals/request-standing.ts';
import { type CampaignRow, loadCampaignPlan, withCohort } from './campaigns.queries.ts';
import { describeCampaigns, loadRequests } from './describe-campaigns.ts';

type View = Output<'GET /appraisal-campaigns/:campaignId'>;
type Learner = View['learners'][number];
type Reminded = Output<'POST /appraisal-campaigns/:campaignId/reminders'>;

/** The mails by which a tutor has been asked or reminded. */
const writtenPurposes = ['appraisal.requested', 'reminder.appraisal_due'];

/** Who has opened, begun, signed; and a word to those who have not. */
@Injectable()
export class CampaignFollowUpService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: AppraisalLinks,
  ) {}

  read(actor: Actor, { params }: Input<'GET /appraisal-campaigns/:campaignId'>): Promise<View> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const row = await findCampaign(tx, params.campaignId);
      const [campaign] = await describeCampaigns(tx, [row], today);
      const { id, name } = row.cohort;
      return {
        ...found(campaign, 'Cette campagne'),
        cohort: { id, name },
        learners: await listLearners(tx, row, today),
      };
    });
  }

  /** One mail a tutor with all that is awaited of them; nobody is written to twice on one day. */
  remind(
    actor: Actor,
    { params }: Input<'POST /appraisal-campaigns/:campaignId/reminders'>,
  ): Promise<Reminded> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const campaign = await findCampaign(tx, params.campaignId);
      await tx.$queryRaw`
        select id from appraisal_campaign where id = ${campaign.id}::uuid for update`;
      const groups = groupByTutor(await this.loadAwaited(tx, campaign.id));
      if (groups.length === 0)
        throw new DomainError(
          'rule_refused',
          'Aucun tuteur n’est attendu : il n’y a personne à relancer.',
        );
      const written = await this.listWritten(
        tx,
        groups.map(({ tutor }) => tutor.id),
      );
      const unreachable: Reminded['unreachable'] = [];
      const mailIds: string[] = [];
      for (const { tutor, rows } of groups) {
        if (written.has(tutor.id)) continue;
        const sent = await this.links.send(tx, actor, toAsked(tutor, rows, campaign));
        if ('mailId' in sent) mailIds.push(sent.mailId);
        else unreachable.push({ tutorName: formatSpokenName(tutor), reason: sent.refusal.message });
      }
      if (mailIds.length > 0)
        audit({
          action: 'appraisal-campaign.reminded',
          subjectId: campaign.id,
          data: { mailIds },
        });
      return { mails: mailIds.length, spared: written.size, unreachable };
    });
  }

  private async loadAwaited(tx: Tx, campaignId: string): Promise<AppraisalWithBlock[]> {
    const rows = await tx.appraisal.findMany({
      where: { campaignId, ...openRequests },
      include: withContext,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const today = this.clock.today();
    return attachBlocks(
      tx,
      rows.filter((row) => requestEndOf(row, today) === null),
    );
  }

  /** Those of these tutors to whom a request or a reminder has left today. */
  private async listWritten(tx: Tx, tutorIds: readonly string[]): Promise<ReadonlySet<string>> {
    const since = new Date(this.clock.now().getTime() - 86_400_000);
    const mails = await tx.mail.findMany({
      where: {
        personId: { in: [...tutorIds] },
        purpose: { in: writtenPurposes },
        createdAt: { gte: since },
      },
      select: { personId: true, createdAt: true },
    });
    const today = this.clock.today();
    return new Set(
      mails.flatMap(({ personId, createdAt }) =>
        personId && parisDayOf(createdAt) === today ? [personId] : [],
      ),
    );
  }
}

type Tutor = NonNullable<AppraisalWithBlock['row']['tutor']>;

function groupByTutor(awaited: readonly AppraisalWithBlock[]) {
  const groups = new Map<string, { readonly tutor: Tutor; readonly rows: AppraisalWithBlock[] }>();
  for (const one of awaited) {
    const { tutor } = one.row;
    if (!tutor) continue;
    const group = groups.get(tutor.id) ?? { tutor, rows: [] };
    group.rows.push(one);
    groups.set(tutor.id, group);
  }
  return [...groups.values()];
}

function toAsked(tutor: Tutor, rows: readonly AppraisalWithBlock[], row: CampaignRow): AskedOf {
  return {
    tutor,
    label: row.label,
    dueOn: toDay(row.dueOn),
    asked: rows.map((one) => ({
      appraisalId: one.row.id,
      learnerName: formatSpokenName(one.row.enrolment.person),
      blockName: one.block.name,
    })),
  };
}

async function findCampaign(tx: Tx, id: string): Promise<CampaignRow> {
  const row = await tx.appraisalCampaign.findFirst({ where: { id }, include: withCohort });
  return found(row, 'Cette campagne');
}

/** Each learner with their blocks: the request that was made, or why none was. */
async function listLearners(tx: Tx, row: CampaignRow, today: PlainDate): Promise<Learner[]> {
  const requests = await loadRequests(tx, [row.id], today);
  const { blocks, learners, plan } = await loadCampaignPlan(tx, row, today);
  const cellOf = (enrolmentId: string, block: { code: string; name: string }) => {
    const ref = { code: block.code, name: block.name };
    const request = requests.find(
      (one) => one.enrolmentId === enrolmentId && one.block.code === block.code,
    );
    if (request) {
      const { id, state, isLate, facts } = request;
      return { block: ref, appraisalId: id, state, isLate, facts };
    }
    const reason = plan.skipped.find(
      (one) => one.enrolmentId === enrolmentId && one.blockCode === block.code,
    )?.reason;
    return { block: ref, appraisalId: null, state: null, isLate: false, facts: reason ?? '' };
  };
  const inTraining = learners.map(({ enrolment, tutor }) => ({
    enrolmentId: enrolment.id,
    name: formatName(enrolment.person),
    tutorName: tutor && formatName(tutor),
  }));
  const known = new Set(inTraining.map(({ enrolmentId }) => enrolmentId));
  const gone = new Map(
    requests
      .filter(({ enrolmentId }) => !known.has(enrolmentId))
      .toSorted(byUrgency)
      .map((one) => [
        one.enrolmentId,
        {
          enrolmentId: one.enrolmentId,
          name: one.learnerName,
          tutorName: one.tutor?.name ?? null,
        },
      ]),
  );
  return [...inTraining, ...gone.values()].map((learner) => ({
    ...learner,
    cells: blocks
      .map((block) => cellOf(learner.enrolmentId, block))
      .filter(({ appraisalId }) => known.has(learner.enrolmentId) || appraisalId !== null),
  }));
}
