import type { Input, Output } from '@jalon/contract';
import {
  type BlockProposal,
  checkAuthor,
  checkDecision,
  type Decision,
  hasProposalChanged,
  originOf,
  type PlainDate,
  type Vote,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { Changes } from '../../db/changes.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { editedMeanwhile, found, invalid, notFound } from '../../http/domain-error.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { type EnrolmentFacts, loadBlockFacts, proposeBlock } from '../facts/block-facts.ts';
import { savedProposal } from './current-proposals.ts';
import { describeDecisions, voteOf } from './describe-decisions.ts';
import { scope } from './jury-scope.ts';
import { refuseClosed } from './refuse-closed.ts';
import { readRoomStamps } from './room-stamps.ts';
import {
  askingSession,
  authorOf,
  countVotersFor,
  type DecisionRow,
  isTiedTo,
  loadSession,
  lockSession,
  type SessionRecord,
  seatOf,
} from './session-record.ts';

type NewDecision = Input<'PUT /juries/:juryId/decisions'>['body']['decisions'][number];

type News = Output<'GET /juries/:juryId/decisions'>;

/** How long a reader is kept waiting for news: less than any proxy's own patience. */
const PATIENCE_MS = 8_000;

/** A decision beside what the rule proposes at this moment. */
interface Judged {
  readonly sent: NewDecision;
  readonly pointer: string;
  readonly current: DecisionRow | undefined;
  readonly proposal: Decision<BlockProposal>;
  /** Day of another open session that has decided the same block. */
  readonly decidedElsewhereOn: PlainDate | null;
  /** The author of the decision in force does not sit any more. */
  readonly isUnseated: boolean;
}

/** The jury's decisions: written once, superseded while the session is open. */
@Injectable()
export class JuryDecisionsService {
  constructor(
    private readonly db: Database,
    private readonly changes: Changes,
  ) {}

  /**
   * Answers at once when there is news for the reader, otherwise as soon as there is. Nothing is
   * kept waiting for a reader who has gone.
   */
  async list(
    actor: Actor,
    input: Input<'GET /juries/:juryId/decisions'>,
    gone: AbortSignal,
  ): Promise<News> {
    const { known } = input.query;
    if (known === undefined) return this.readNews(actor, input);
    const watch = await this.changes.watch(actor.centreId, input.params.juryId, PATIENCE_MS);
    gone.addEventListener('abort', watch.stop, { once: true });
    try {
      const news = await this.readNews(actor, input);
      if (news.stamp !== known || gone.aborted) return news;
      await watch.next;
      if (gone.aborted) return news;
    } finally {
      watch.stop();
    }
    return this.readNews(actor, input);
  }

  private readNews(
    actor: Actor,
    { params, query }: Input<'GET /juries/:juryId/decisions'>,
  ): Promise<News> {
    return this.db.run(actor, async ({ tx }) => {
      const { stamp, roomStamp, asOf } = await readRoomStamps(tx, params.juryId);
      const where = { id: params.juryId, ...scope(actor) };
      const session = found(
        await tx.jurySession.findFirst({ where, select: { state: true } }),
        'Cette session de jury',
      );
      const rows =
        query.known === stamp
          ? []
          : await tx.juryDecision.findMany({
              where: {
                jurySessionId: params.juryId,
                supersededById: null,
                ...(query.since ? { createdAt: { gte: new Date(query.since) } } : {}),
              },
            });
      const decisions = await describeDecisions(tx, rows);
      return { state: session.state, decisions, asOf, roomStamp, stamp };
    });
  }

  /**
   * Saves decisions, all or none. Each carries the decision that its author had before them: when
   * another member decided meanwhile, nothing is saved and both are shown.
   */
  save(
    actor: Actor,
    { params, body }: Input<'PUT /juries/:juryId/decisions'>,
  ): Promise<Output<'PUT /juries/:juryId/decisions'>> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, params.juryId);
      // Another session that has the same candidate decides before or after, never at the same time.
      await holdEnrolments(tx, [...new Set(body.decisions.map((one) => one.enrolmentId))]);
      const record = await loadSession(tx, actor, params.juryId);
      refuseClosed(record);
      const judged = await judge(tx, record, body.decisions);
      const changed = judged.filter((one) => !isSaved(one));
      await refuseOverwriting(tx, changed);
      refuseInvalid(actor, record, changed);
      const rows = changed.map((one) => toRow(actor, record, one));
      await insertDecisions(tx, rows, changed);
      for (const row of rows)
        audit({
          action: 'jury.decided',
          subjectId: row.enrolmentId,
          data: {
            decisionId: row.id,
            jurySessionId: row.jurySessionId,
            blockCode: row.blockCode,
            decision: row.decision,
            proposal: row.proposal,
            origin: row.origin,
          },
        });
      const saved = await tx.juryDecision.findMany({
        where: {
          jurySessionId: params.juryId,
          supersededById: null,
          enrolmentId: { in: body.decisions.map(({ enrolmentId }) => enrolmentId) },
        },
      });
      const sent = new Set(body.decisions.map(keyOf));
      const kept = saved.filter((row) => sent.has(keyOf(row)));
      return { decisions: await describeDecisions(tx, kept) };
    });
  }
}

const keyOf = ({ enrolmentId, blockCode }: { enrolmentId: string; blockCode: string }) =>
  `${enrolmentId} ${blockCode}`;

/** Puts each decision beside the one in force and the rule's proposal. */
async function judge(
  tx: Tx,
  record: SessionRecord,
  decisions: readonly NewDecision[],
): Promise<readonly Judged[]> {
  refuseDoubles(decisions);
  const facts = await loadBlockFacts(queryIn(tx), [
    ...new Set(decisions.map(({ enrolmentId }) => enrolmentId)),
  ]);
  const current = new Map(record.row.decisions.map((row) => [keyOf(row), row]));
  const elsewhere = await readDecidedElsewhere(tx, record, [...facts.keys()]);
  return decisions.map((sent, index) => {
    const inForce = current.get(keyOf(sent));
    return {
      sent,
      pointer: `/decisions/${index}`,
      current: inForce,
      proposal: propose(record, facts.get(sent.enrolmentId), sent.blockCode),
      decidedElsewhereOn: elsewhere.get(keyOf(sent)) ?? null,
      isUnseated: inForce !== undefined && checkAuthor(authorOf(record, inForce)) !== null,
    };
  });
}

/** Blocks that other open sessions have acquired or refused; an adjournment judges nothing. */
async function readDecidedElsewhere(
  tx: Tx,
  { row }: SessionRecord,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx.juryDecision.findMany({
    where: {
      enrolmentId: { in: [...enrolmentIds] },
      jurySessionId: { not: row.id },
      jurySession: { state: 'open' },
      supersededById: null,
      decision: { not: 'adjourned' },
    },
    select: { enrolmentId: true, blockCode: true, heldOn: true },
  });
  return new Map(rows.map((one) => [keyOf(one), toDay(one.heldOn)]));
}

function propose(record: SessionRecord, facts: EnrolmentFacts | undefined, blockCode: string) {
  const isCandidate = record.candidates.some(({ id }) => id === facts?.enrolmentId);
  if (!facts || !isCandidate) throw notFound('Ce candidat');
  found(
    record.framework.blocks.find(({ code }) => code === blockCode),
    'Ce bloc',
  );
  return proposeBlock(facts, blockCode, askingSession(record));
}

function refuseDoubles(decisions: readonly NewDecision[]): void {
  const keys = decisions.map(keyOf);
  const index = keys.findIndex((key, at) => keys.indexOf(key) !== at);
  if (index >= 0)
    throw invalid([
      {
        pointer: `/decisions/${index}/blockCode`,
        message: 'Deux décisions sont envoyées pour le même candidat et le même bloc.',
      },
    ]);
}

/**
 * Whether this very decision stands already, taken on the same facts by a member who sits: sent twice
 * it is written once, and sent again after a correction or its author's leaving it is a confirmation.
 */
const isSaved = ({ sent, current, proposal, isUnseated }: Judged): boolean =>
  current !== undefined &&
  !isUnseated &&
  isSame(sent, current) &&
  !hasProposalChanged(savedProposal(current), proposal);

const isSame = (sent: NewDecision, row: DecisionRow): boolean =>
  sent.decision === row.decision &&
  (sent.motive || null) === row.motive &&
  (sent.recommendation || null) === row.recommendation &&
  JSON.stringify(toVotes(sent.vote)) === JSON.stringify(toVotes(voteOf(row)));

const toVotes = (vote: Vote | null) => ({
  votesFor: vote?.for ?? null,
  votesAgainst: vote?.against ?? null,
  abstentions: vote?.abstentions ?? null,
});

async function refuseOverwriting(tx: Tx, judged: readonly Judged[]): Promise<void> {
  const stale = judged.filter(
    ({ sent, current }) => (current?.id ?? null) !== sent.expectedDecisionId,
  );
  if (stale.length === 0) return;
  const rows = stale.flatMap(({ current }) => (current ? [current] : []));
  throw editedMeanwhile({ decisions: await describeDecisions(tx, rows) });
}

function refuseInvalid(actor: Actor, record: SessionRecord, judged: readonly Judged[]): void {
  const seat = seatOf(record, actor);
  const errors = judged.flatMap(({ sent, pointer, proposal, decidedElsewhereOn }) => {
    const candidate = found(
      record.candidates.find(({ id }) => id === sent.enrolmentId),
      'Ce candidat',
    );
    return checkDecision({
      sessionState: record.row.state,
      candidate,
      blockCode: sent.blockCode,
      proposal: proposal.outcome,
      decision: sent.decision,
      motive: sent.motive,
      isMemberTied: isTiedTo(record, actor.personId, sent.enrolmentId),
      seat,
      vote: sent.vote,
      voters: sent.vote ? countVotersFor(record, sent.enrolmentId) : 0,
      decidedElsewhereOn,
    }).map(({ path, message }) => ({ pointer: `${pointer}${path}`, message }));
  });
  if (errors.length > 0) throw invalid(errors);
}

function toRow(actor: Actor, record: SessionRecord, { sent, proposal }: Judged) {
  return {
    centreId: actor.centreId,
    id: uuidv7(),
    jurySessionId: record.row.id,
    enrolmentId: sent.enrolmentId,
    blockCode: sent.blockCode,
    decision: sent.decision,
    proposal: proposal.outcome,
    proposalReasons: proposal.reasons,
    motive: sent.motive || null,
    recommendation: sent.recommendation || null,
    ...toVotes(sent.vote),
    origin: originOf(seatOf(record, actor)),
    decidedByUserId: actor.userId,
    ...signedFrom(actor),
    heldOn: record.heldOn,
  };
}

/** One statement each: the new rows, then the old ones that they supersede. */
async function insertDecisions(
  tx: Tx,
  rows: readonly ReturnType<typeof toRow>[],
  judged: readonly Judged[],
): Promise<void> {
  if (rows.length === 0) return;
  // One parameter however many rows: Prisma would bind one for each value.
  await tx.$executeRaw`
    insert into jury_decision (centre_id, id, jury_session_id, enrolment_id, block_code, decision,
                               proposal, proposal_reasons, motive, recommendation, votes_for,
                               votes_against, abstentions, origin, decided_by_user_id, ip_address,
                               user_agent, held_on)
    select "centreId", id, "jurySessionId", "enrolmentId", "blockCode", decision, proposal,
           "proposalReasons", motive, recommendation, "votesFor", "votesAgainst", abstentions,
           origin, "decidedByUserId", "ipAddress", "userAgent", "heldOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as row("centreId" uuid, id uuid, "jurySessionId" uuid, "enrolmentId" uuid,
                  "blockCode" text, decision block_decision, proposal block_proposal,
                  "proposalReasons" jsonb, motive text, recommendation text, "votesFor" int,
                  "votesAgainst" int, abstentions int, origin decision_origin,
                  "decidedByUserId" text, "ipAddress" text, "userAgent" text, "heldOn" date)`;
  const pairs = judged.flatMap(({ current }, index) => {
    const row = rows[index];
    return current && row ? [{ old: current.id, fresh: row.id }] : [];
  });
  if (pairs.length === 0) return;
  await tx.$executeRaw`
    update jury_decision d set superseded_by_id = pair.fresh
      from unnest(${pairs.map(({ old }) => old)}::uuid[], ${pairs.map(({ fresh }) => fresh)}::uuid[])
           as pair (old, fresh)
     where d.id = pair.old`;
}
