import {
  type AppraisalCandidate,
  type PlannedRequest,
  planAppraisalRequests,
  type SkippedRequest,
} from '../appraisals/plan-requests.ts';
import type { CompetenceBlock } from '../frameworks/framework.ts';
import { formatDay, withDe } from '../french-format.ts';
import { addDays, latestDay, type PlainDate } from '../plain-date.ts';
import { shortestAnswerDays } from './propose-campaigns.ts';

/** A learner of the cohort, with what the campaign knows of them already. */
export interface CampaignCandidate extends AppraisalCandidate {
  /** Their own entry in training. */
  readonly startsOn: PlainDate;
  /** Blocks about which this campaign has asked, whatever became of the request. */
  readonly askedBlocks: readonly string[];
  /** The last signature for each block. */
  readonly signed: readonly { readonly blockCode: string; readonly signedOn: PlainDate }[];
}

/**
 * Whom a campaign asks on `today`, and whom it leaves out for which reason (DOMAIN 4.5): nobody twice
 * for a block, whatever became of the first request; nobody who has signed since it opened; no
 * learner before their own first day. A learner who enters, or who is given a tutor, is asked for on
 * the next morning.
 */
export function planCampaignRequests(
  campaign: { readonly opensOn: PlainDate },
  blocks: readonly CompetenceBlock[],
  candidates: readonly CampaignCandidate[],
  today: PlainDate,
): { readonly requests: readonly PlannedRequest[]; readonly skipped: readonly SkippedRequest[] } {
  const plans = candidates.map((candidate) => {
    const left = blocks.map((block) => ({
      block,
      reason: reasonToLeave(campaign, block.code, candidate, today),
    }));
    const plan = planAppraisalRequests(
      left.flatMap(({ block, reason }) => (reason === null ? [block] : [])),
      [candidate],
    );
    const skipped = left.flatMap(({ block, reason }) =>
      reason === null
        ? []
        : [{ enrolmentId: candidate.enrolmentId, blockCode: block.code, reason }],
    );
    return { requests: plan.requests, skipped: [...plan.skipped, ...skipped] };
  });
  return {
    requests: plans.flatMap(({ requests }) => requests),
    skipped: plans.flatMap(({ skipped }) => skipped),
  };
}

function reasonToLeave(
  { opensOn }: { readonly opensOn: PlainDate },
  blockCode: string,
  { learnerName, startsOn, askedBlocks, signed }: CampaignCandidate,
  today: PlainDate,
): string | null {
  if (askedBlocks.includes(blockCode))
    return `Cette campagne a déjà demandé l’appréciation du bloc ${blockCode} ${withDe(learnerName)}.`;
  if (startsOn > today)
    return `${learnerName} entre en formation le ${formatDay(startsOn)} : son tuteur sera demandé ce jour-là.`;
  const since = signed.find((one) => one.blockCode === blockCode && one.signedOn >= opensOn);
  if (!since) return null;
  return `L’appréciation du bloc ${blockCode} ${withDe(learnerName)} est signée depuis le ${formatDay(since.signedOn)}.`;
}

/** The due day of what a campaign asks on `today`: its own, or what leaves a newcomer's tutor the time. */
export const campaignDueDay = (dueOn: PlainDate, today: PlainDate): PlainDate =>
  latestDay(dueOn, addDays(today, shortestAnswerDays));
