import type { BlockDecision, PlainDate } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { byLearner, type FactsRow, type VerdictRow } from './facts-row.ts';
import { verdictsText } from './learner-facts.sql.ts';

/** A decision of a closed session on one block. */
export interface JuryVerdict {
  readonly decisionId: string;
  readonly jurySessionId: string;
  readonly closedAt: Date;
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  readonly motive: string | null;
  readonly recommendation: string | null;
}

/** The verdicts of these enrolments, oldest first, by enrolment. */
export async function readVerdicts(
  query: Query,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JuryVerdict[]>> {
  const [row] = await query<Pick<FactsRow, 'verdicts'> & { learners: [number, string][] | null }>({
    name: 'learner-verdicts',
    text: verdictsText,
    values: [enrolmentIds],
  });
  const verdicts = byLearner(row?.verdicts ?? null);
  return new Map((row?.learners ?? []).map(([n, id]) => [id, verdicts(n).map(toVerdict)]));
}

/** A row of the statement as a verdict. */
export const toVerdict = ([, blockCode, decision, decidedOn, ...rest]: VerdictRow): JuryVerdict => {
  const [decisionId, jurySessionId, closedAt, motive, recommendation] = rest;
  return {
    decisionId,
    jurySessionId,
    closedAt: new Date(closedAt),
    blockCode,
    decision,
    decidedOn,
    motive,
    recommendation,
  };
};
