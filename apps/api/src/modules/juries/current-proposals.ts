import {
  type BlockProposal,
  type Decision,
  hasProposalChanged,
  type JuryBlockDecision,
  type Reason,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { loadBlockFacts, proposeBlock } from '../facts/block-facts.ts';
import { askingSession, authorOf, type DecisionRow, type SessionRecord } from './session-record.ts';

/** What the rule proposes now beside each decision in force, by the decision's id. */
export type CurrentProposals = ReadonlyMap<string, Decision<BlockProposal>>;

/**
 * The proposals of an open session computed anew: an épreuve, an attestation or an appraisal may
 * have been corrected since a decision was taken. Closed, a session says what it said.
 */
export async function loadCurrentProposals(
  tx: Tx,
  record: SessionRecord,
): Promise<CurrentProposals> {
  const { row } = record;
  if (row.state !== 'open') return new Map();
  const facts = await loadBlockFacts(queryIn(tx), [
    ...new Set(row.decisions.map(({ enrolmentId }) => enrolmentId)),
  ]);
  return new Map(
    row.decisions.map(({ id, enrolmentId, blockCode }) => [
      id,
      proposeBlock(found(facts.get(enrolmentId), 'Ce candidat'), blockCode, askingSession(record)),
    ]),
  );
}

/** The proposal that a decision was taken beside. */
export const savedProposal = (row: DecisionRow): Decision<BlockProposal> => ({
  outcome: row.proposal,
  reasons: row.proposalReasons as unknown as readonly Reason[],
});

/** Decisions as the rule of closing wants them. */
export const toBlockDecisions = (
  record: SessionRecord,
  proposals: CurrentProposals,
): readonly JuryBlockDecision[] =>
  record.row.decisions.map((decision) => {
    const saved = savedProposal(decision);
    const current = proposals.get(decision.id) ?? saved;
    return {
      candidateId: decision.enrolmentId,
      blockCode: decision.blockCode,
      proposal: saved.outcome,
      decision: decision.decision,
      motive: decision.motive,
      currentProposal: current.outcome,
      isOutdated: hasProposalChanged(saved, current),
      author: authorOf(record, decision),
    };
  });
