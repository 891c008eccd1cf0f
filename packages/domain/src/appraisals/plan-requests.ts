import type { CompetenceBlock } from '../frameworks/framework.ts';
import { formatDay, withDe } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** A learner whose tutor may be asked for an appraisal. */
export interface AppraisalCandidate {
  readonly enrolmentId: string;
  readonly learnerName: string;
  /** The tutor of the employment that runs; `null` when nobody is named. */
  readonly tutor: { readonly name: string; readonly email: string | null } | null;
  /** Blocks for which the tutor in post is awaited already, with the day they are due. */
  readonly open: readonly { readonly blockCode: string; readonly dueOn: PlainDate | null }[];
  /** Blocks that a jury has decided acquired. */
  readonly acquired: readonly { readonly blockCode: string; readonly decidedOn: PlainDate }[];
}

export interface PlannedRequest {
  readonly enrolmentId: string;
  readonly blockCode: string;
  /** Without an address the tutor fills in the paper form, which the office types in. */
  readonly byMail: boolean;
}

/** Why nobody is asked, as a sentence. */
export interface SkippedRequest {
  readonly enrolmentId: string;
  readonly blockCode: string;
  readonly reason: string;
}

/**
 * Which appraisals to ask for, learner by learner and block by block (DOMAIN 4.5): one at a time
 * for a block, none for a block already acquired (S1:L176) nor for one without competences, none
 * without a tutor.
 */
export function planAppraisalRequests(
  blocks: readonly CompetenceBlock[],
  candidates: readonly AppraisalCandidate[],
): { readonly requests: readonly PlannedRequest[]; readonly skipped: readonly SkippedRequest[] } {
  const pairs = candidates.flatMap((candidate) =>
    blocks.map((block) => ({ candidate, block, reason: reasonToSkip(candidate, block) })),
  );
  const requests = pairs
    .filter(({ reason }) => reason === null)
    .map(({ candidate, block }) => ({
      enrolmentId: candidate.enrolmentId,
      blockCode: block.code,
      byMail: candidate.tutor?.email != null,
    }));
  const skipped = pairs.flatMap(({ candidate, block, reason }) =>
    reason === null ? [] : [{ enrolmentId: candidate.enrolmentId, blockCode: block.code, reason }],
  );
  return { requests, skipped };
}

function reasonToSkip(candidate: AppraisalCandidate, block: CompetenceBlock): string | null {
  const { learnerName, tutor } = candidate;
  if (block.competences.length === 0)
    return `Le bloc ${block.code} n’a aucune compétence à apprécier.`;
  if (tutor === null)
    return `${learnerName} n’a pas de tuteur : ajoutez-le dans son emploi, puis demandez l’appréciation.`;
  const acquired = candidate.acquired.find(({ blockCode }) => blockCode === block.code);
  if (acquired)
    return `${learnerName} a déjà acquis le bloc ${block.code} le ${formatDay(acquired.decidedOn)}.`;
  const open = candidate.open.find(({ blockCode }) => blockCode === block.code);
  if (!open) return null;
  const due = open.dueOn === null ? '' : ` pour le ${formatDay(open.dueOn)}`;
  return `L’appréciation du bloc ${block.code} ${withDe(learnerName)} est déjà demandée${due}.`;
}
