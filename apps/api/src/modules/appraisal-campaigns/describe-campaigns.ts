import type { Output } from '@jalon/contract';
import { describeCampaign, type PlainDate } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { attachBlocks, withContext } from '../appraisals/appraisals.queries.ts';
import { describeRow } from '../appraisals/describe-row.ts';
import { loadTutorReach } from '../appraisals/tutor-reach.ts';
import type { CampaignRow } from './campaigns.queries.ts';

export type CampaignView =
  Output<'GET /cohorts/:cohortId/appraisal-campaigns'>['campaigns'][number];
type RequestView = ReturnType<typeof describeRow>;

/**
 * What these campaigns have asked, as the office's list tells it: of one learner and block the last
 * request, which may be the next tutor's.
 */
export async function loadRequests(
  tx: Tx,
  campaignIds: readonly string[],
  today: PlainDate,
): Promise<(RequestView & { campaignId: string | null })[]> {
  const rows = await tx.appraisal.findMany({
    where: { campaignId: { in: [...campaignIds] } },
    include: withContext,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const last = new Map(
    rows.map((row) => [`${row.campaignId} ${row.enrolmentId} ${row.blockCode}`, row]),
  );
  const reachOf = await loadTutorReach(tx);
  return (await attachBlocks(tx, [...last.values()])).map((one) => ({
    ...describeRow(one, today, reachOf(one.row.tutor)),
    campaignId: one.row.campaignId,
  }));
}

/** The campaigns with how far their tutors are. */
export async function describeCampaigns(
  tx: Tx,
  rows: readonly CampaignRow[],
  today: PlainDate,
): Promise<CampaignView[]> {
  const requests = await loadRequests(
    tx,
    rows.map(({ id }) => id),
    today,
  );
  return rows.map((row) => describeOne(row, requests, today));
}

function describeOne(
  row: CampaignRow,
  requests: Awaited<ReturnType<typeof loadRequests>>,
  today: PlainDate,
): CampaignView {
  const opensOn = toDay(row.opensOn);
  const dueOn = toDay(row.dueOn);
  const states = requests
    .filter(({ campaignId }) => campaignId === row.id)
    .map(({ state }) => state);
  const isOpened = row.openedAt !== null;
  const progress = describeCampaign({ opensOn, dueOn, isOpened }, states, today);
  return {
    id: row.id,
    label: row.label,
    opensOn,
    dueOn,
    blockCodes: row.blockCodes,
    revision: row.revision,
    state: progress.state,
    facts: progress.facts,
    counts: { ...progress.counts },
  };
}
