import {
  type CampaignCandidate,
  type CompetenceBlock,
  type Framework,
  type PlainDate,
  planCampaignRequests,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { loadAcquiredBlocks, loadSignedAppraisals } from '../appraisals/appraisals.queries.ts';
import {
  type LearnerToAppraise,
  loadLearners,
  toCandidate,
} from '../appraisals/learners.queries.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';

export const withCohort = {
  cohort: { select: { id: true, name: true, frameworkVersionId: true, state: true } },
} satisfies Prisma.AppraisalCampaignInclude;

export type CampaignRow = Prisma.AppraisalCampaignGetPayload<{ include: typeof withCohort }>;

/** Requests made in a cohort that is put off or over would be nobody's work. */
export const openCohorts = {
  state: { in: ['draft', 'planned', 'running'] },
} satisfies Prisma.CohortWhereInput;

/** The framework that a cohort follows. */
export async function loadFramework(
  tx: Tx,
  cohort: { readonly frameworkVersionId: string },
): Promise<Framework> {
  const frameworks = await loadFrameworks(tx, [cohort.frameworkVersionId]);
  return found(frameworks.get(cohort.frameworkVersionId), 'Ce référentiel');
}

/** The blocks of a framework as the rules of campaigns take them. */
export const sizeBlocks = ({ blocks }: Framework) =>
  blocks.map(({ code, name, competences }) => ({
    code,
    name,
    competenceCount: competences.length,
  }));

/** Whom a campaign would ask on `today`, and whom not, for which reason. */
export interface CampaignPlan {
  readonly blocks: readonly CompetenceBlock[];
  readonly learners: readonly LearnerToAppraise[];
  readonly plan: ReturnType<typeof planCampaignRequests>;
}

export async function loadCampaignPlan(
  tx: Tx,
  row: CampaignRow,
  today: PlainDate,
): Promise<CampaignPlan> {
  const framework = await loadFramework(tx, row.cohort);
  const blocks = framework.blocks.filter(({ code }) => row.blockCodes.includes(code));
  const learners = await loadLearners(tx, { cohortId: row.cohortId, state: 'active' }, today);
  const ids = learners.map(({ enrolment }) => enrolment.id);
  const acquired = await loadAcquiredBlocks(tx, ids, today);
  const signed = await loadSignedAppraisals(tx, { enrolmentId: { in: ids } });
  const asked = await tx.appraisal.findMany({
    where: { campaignId: row.id },
    select: { enrolmentId: true, blockCode: true },
  });
  const candidates = learners.map((learner): CampaignCandidate => {
    const { id, startsOn } = learner.enrolment;
    const own = <T extends { readonly enrolmentId: string }>(rows: readonly T[]) =>
      rows.filter(({ enrolmentId }) => enrolmentId === id);
    return {
      ...toCandidate(learner, acquired, today),
      startsOn: toDay(startsOn),
      askedBlocks: own(asked).map(({ blockCode }) => blockCode),
      signed: own(signed),
    };
  });
  const opensOn = toDay(row.opensOn);
  return { blocks, learners, plan: planCampaignRequests({ opensOn }, blocks, candidates, today) };
}
