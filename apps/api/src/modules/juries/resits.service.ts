import type { Input, Output } from '@jalon/contract';
import {
  checkLeavingSession,
  checkResitDay,
  countNoun,
  findBlock,
  formatLongDay,
  nameAssessment,
  type OpenResit,
  type PlainDate,
  summariseLearnerBlock,
  tellResit,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import type { JuryVerdict } from '../facts/jury-verdicts.ts';
import { readOpenResits } from '../facts/open-resits.ts';
import { JuryCandidatesService, unseatCandidate } from './jury-candidates.service.ts';
import { refuseClosed } from './refuse-closed.ts';
import { loadSession, lockSession } from './session-record.ts';

type Resit = Output<'GET /resits'>[number];

/** A block to sit again, by the decision that leaves it open. */
interface ToSit {
  readonly facts: EnrolmentFacts;
  readonly verdict: JuryVerdict;
  readonly open: OpenResit;
}

/** Blocks not acquired: the centre itself registers the candidate for the re-sit (S1:L176). */
@Injectable()
export class ResitsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly candidates: JuryCandidatesService,
  ) {}

  list(actor: Actor, { query }: Input<'GET /resits'>): Promise<Resit[]> {
    return this.db.run(actor, async ({ tx }) => {
      const resits = await readResits(tx, this.clock.today());
      const registrations = await readRegistrations(
        tx,
        resits.map(({ verdict }) => verdict.decisionId),
      );
      return resits
        .map((resit) =>
          describeResit(resit, registrations.get(resit.verdict.decisionId), this.clock.today()),
        )
        .filter(({ registration }) =>
          query.settled === 'all' ? true : (registration !== null) === (query.settled === 'yes'),
        );
    });
  }

  register(
    actor: Actor,
    { params, body }: Input<'PUT /resits/:decisionId'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      await lockDecision(tx, params.decisionId);
      const [open] = await readResits(tx, this.clock.today(), params.decisionId);
      const resit = found(open, 'Ce bloc à représenter');
      const former = await tx.resitRegistration.findFirst({
        where: { fromDecisionId: params.decisionId },
        include: { jurySession: { select: { state: true } } },
      });
      const standing = former && planOf(former);
      if (!isSamePlan(standing, body.replaces) && !isSamePlan(standing, body))
        throw editedMeanwhile({ registration: standing });
      const leaves =
        former?.jurySessionId !== body.juryId && former?.jurySession?.state !== 'closed';
      await lockInOrder(tx, [body.juryId, leaves ? former?.jurySessionId : null]);
      if (leaves && former?.jurySessionId)
        await this.leaveSession(unit, actor, former.jurySessionId, resit);
      const plannedOn = body.juryId
        ? await this.joinSession(unit, actor, body.juryId, resit)
        : body.plannedOn;
      raiseFindings(checkResitDay(plannedOn, this.clock.today()));
      const key = { centreId: actor.centreId, fromDecisionId: params.decisionId };
      const plan = { plannedOn: fromDay(plannedOn), jurySessionId: body.juryId, note: body.note };
      await tx.resitRegistration.upsert({
        where: { centreId_fromDecisionId: key },
        create: {
          ...key,
          ...plan,
          enrolmentId: resit.facts.enrolmentId,
          blockCode: resit.verdict.blockCode,
          createdByUserId: actor.userId,
          createdAt: this.clock.now(),
        },
        update: plan,
      });
      audit({
        action: 'resit.registered',
        subjectId: resit.facts.enrolmentId,
        data: { blockCode: resit.verdict.blockCode, plannedOn, jurySessionId: body.juryId },
      });
      return { done: true };
    });
  }

  /** The candidate sits this block elsewhere: the session left keeps them for other blocks only. */
  private async leaveSession(
    { tx, audit }: UnitOfWork,
    actor: Actor,
    juryId: string,
    { facts: { enrolmentId, name }, verdict: { blockCode } }: ToSit,
  ): Promise<void> {
    const { row, heldOn, candidates } = await loadSession(tx, actor, juryId);
    const candidate = candidates.find(({ id }) => id === enrolmentId);
    if (!candidate) return;
    const otherBlockCodes = row.resits
      .filter((other) => other.enrolmentId === enrolmentId && other.blockCode !== blockCode)
      .map((other) => other.blockCode);
    const [refusal] = checkLeavingSession({
      candidateName: name,
      heldOn,
      blockCode,
      otherBlockCodes,
      decidedBlockCodes: candidate.decisions.map((decision) => decision.blockCode),
    });
    if (refusal) throw new DomainError('rule_refused', refusal.message);
    if (otherBlockCodes.length > 0) return;
    await unseatCandidate(tx, juryId, enrolmentId);
    audit({ action: 'jury.candidate-removed', subjectId: juryId, data: { enrolmentId } });
  }

  /** @returns the day of the session */
  private async joinSession(
    { tx }: UnitOfWork,
    actor: Actor,
    juryId: string,
    { facts }: ToSit,
  ): Promise<string> {
    const record = await loadSession(tx, actor, juryId);
    refuseClosed(record);
    await this.candidates.addEnrolments(tx, actor, juryId, [facts.enrolmentId]);
    return record.heldOn;
  }
}

/** When a candidate sits again, as it is chosen. */
interface ResitPlan {
  readonly plannedOn: PlainDate;
  readonly juryId: string | null;
  readonly note: string;
}

const planOf = (row: {
  readonly plannedOn: Date;
  readonly jurySessionId: string | null;
  readonly note: string;
}): ResitPlan => ({
  plannedOn: toDay(row.plannedOn),
  juryId: row.jurySessionId,
  note: row.note,
});

/** A registration for a session has that session's day, whatever day was sent with it. */
const isSamePlan = (one: ResitPlan | null, other: ResitPlan | null): boolean =>
  one === null || other === null
    ? one === other
    : one.juryId === other.juryId &&
      one.note === other.note &&
      (one.juryId !== null || one.plannedOn === other.plannedOn);

/** One change at a time of the re-sit that a decision leads to. */
async function lockDecision(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select id from jury_decision where id = ${id}::uuid for no key update`;
}

/** Two registrations that change places wait for each other at the first session, not crosswise. */
async function lockInOrder(tx: Tx, ids: readonly (string | null | undefined)[]): Promise<void> {
  const known = ids.filter((id): id is string => typeof id === 'string');
  for (const id of [...new Set(known)].sort()) await lockSession(tx, id);
}

/** The blocks to present again, in the order of names. */
async function readResits(tx: Tx, today: PlainDate, only?: string): Promise<readonly ToSit[]> {
  const query = queryIn(tx);
  const open = (await readOpenResits(query, today)).filter(
    ({ decisionId }) => only === undefined || decisionId === only,
  );
  const byDecision = new Map(open.map((one) => [one.decisionId, one]));
  const facts = await loadBlockFacts(
    query,
    open.map(({ enrolmentId }) => enrolmentId),
  );
  return [...facts.values()].flatMap((one) =>
    one.framework.blocks.flatMap(({ code }) => {
      const verdict = one.verdicts.find(
        ({ blockCode, decisionId }) => blockCode === code && byDecision.has(decisionId),
      );
      const resit = byDecision.get(verdict?.decisionId ?? '');
      return verdict && resit ? [{ facts: one, verdict, open: resit }] : [];
    }),
  );
}

async function readRegistrations(tx: Tx, decisionIds: readonly string[]) {
  const rows = await tx.resitRegistration.findMany({
    where: { fromDecisionId: { in: [...decisionIds] } },
    include: { jurySession: { select: { id: true, heldOn: true, state: true } } },
  });
  return new Map(rows.map((row) => [row.fromDecisionId, row]));
}

type Registration =
  Awaited<ReturnType<typeof readRegistrations>> extends ReadonlyMap<string, infer Row>
    ? Row
    : never;

function describeResit(
  { facts, verdict, open }: ToSit,
  registration: Registration | undefined,
  today: string,
): Resit {
  const block = findBlock(facts.framework, verdict.blockCode);
  const summary = summariseLearnerBlock(facts, block, today, null);
  const isWhole = facts.framework.resit.scope === 'whole_block';
  const toSit = summary.details.filter(({ state }) => isWhole || state !== 'acquired');
  const assessments = block.assessments
    .filter(({ code }) => toSit.some((one) => one.code === code))
    .map((assessment) => nameAssessment(block, assessment));
  const why = tellResit({ ...open, decidedOn: verdict.decidedOn });
  const session = registration?.jurySession ?? null;
  return {
    decisionId: verdict.decisionId,
    enrolmentId: facts.enrolmentId,
    learnerName: facts.name,
    cohort: facts.cohort,
    blockCode: block.code,
    blockName: block.name,
    reason: open.reason,
    decidedOn: verdict.decidedOn,
    since: open.since,
    why,
    recommendation: verdict.recommendation,
    assessments,
    sentence: `${why} : ${assessments.length === 0 ? 'aucune épreuve' : countNoun(assessments.length, 'épreuve')} à repasser${registration ? `, inscrit pour le ${formatLongDay(toDay(registration.plannedOn))}` : ', pas encore inscrit'}.`,
    registration: registration
      ? {
          plannedOn: toDay(registration.plannedOn),
          note: registration.note,
          jury: session
            ? { id: session.id, heldOn: toDay(session.heldOn), state: session.state }
            : null,
        }
      : null,
  };
}
