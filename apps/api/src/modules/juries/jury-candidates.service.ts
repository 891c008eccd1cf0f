import type { Input, Output } from '@jalon/contract';
import {
  checkCandidateRemoval,
  checkComing,
  checkSessionDay,
  formatName,
  heldVerdicts,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { readSession } from './describe-session.ts';
import { refuseClosed } from './refuse-closed.ts';
import { loadSession, lockSession } from './session-record.ts';

type Session = Output<'GET /juries/:juryId'>;

/** Who comes before a session: learners of its cohorts, and those who sit a block again. */
@Injectable()
export class JuryCandidatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, { params, body }: Input<'POST /juries/:juryId/candidates'>): Promise<Session> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, params.juryId);
      refuseClosed(await loadSession(tx, actor, params.juryId));
      await this.addCohorts(tx, actor, params.juryId, body.cohortIds);
      await this.addEnrolments(tx, actor, params.juryId, body.enrolmentIds);
      audit({
        action: 'jury.candidates-added',
        subjectId: params.juryId,
        data: { cohorts: body.cohortIds, enrolments: body.enrolmentIds },
      });
      return readSession(tx, actor, params.juryId, this.clock.today());
    });
  }

  remove(
    actor: Actor,
    { params }: Input<'DELETE /juries/:juryId/candidates/:enrolmentId'>,
  ): Promise<Session> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, params.juryId);
      const record = await loadSession(tx, actor, params.juryId);
      refuseClosed(record);
      const candidate = found(
        record.candidates.find(({ id }) => id === params.enrolmentId),
        'Ce candidat',
      );
      refuseRule(checkCandidateRemoval(candidate.name, candidate.decisions.length));
      await unseatCandidate(tx, params.juryId, params.enrolmentId);
      audit({
        action: 'jury.candidate-removed',
        subjectId: params.juryId,
        data: { enrolmentId: params.enrolmentId },
      });
      return readSession(tx, actor, params.juryId, this.clock.today());
    });
  }

  /** Everyone of these cohorts who still has a block to acquire. */
  async addCohorts(
    tx: Tx,
    actor: Actor,
    jurySessionId: string,
    cohortIds: readonly string[],
  ): Promise<void> {
    const known = await tx.cohort.count({ where: { id: { in: [...cohortIds] } } });
    found(known === new Set(cohortIds).size || null, 'Cette cohorte');
    const { heldOn } = await tx.jurySession.findFirstOrThrow({ where: { id: jurySessionId } });
    const enrolments = await tx.enrolment.findMany({
      // Who enters after its day (DOMAIN 3: entry is rolling) comes before a later jury.
      where: {
        cohortId: { in: [...cohortIds] },
        state: { not: 'withdrawn' },
        startsOn: { lte: heldOn },
      },
      select: { id: true },
    });
    await this.addEnrolments(
      tx,
      actor,
      jurySessionId,
      enrolments.map(({ id }) => id),
      { skipsCertified: true },
    );
  }

  /** Adds these enrolments in the order of names, after those already there. */
  async addEnrolments(
    tx: Tx,
    actor: Actor,
    jurySessionId: string,
    enrolmentIds: readonly string[],
    { skipsCertified = false } = {},
  ): Promise<void> {
    const session = await tx.jurySession.findFirstOrThrow({
      where: { id: jurySessionId },
      include: { candidates: true },
    });
    const facts = await loadBlockFacts(queryIn(tx), enrolmentIds);
    const heldOn = toDay(session.heldOn);
    const present = new Set(session.candidates.map(({ enrolmentId }) => enrolmentId));
    const coming = enrolmentIds
      .map((id) => found(facts.get(id), 'Cette inscription'))
      .filter(({ enrolmentId }) => !present.has(enrolmentId))
      .filter((one) => !(skipsCertified && isCertified(one, heldOn)));
    raiseFindings(
      checkComing(
        coming.map(({ name, frameworkId }) => ({ name, frameworkVersionId: frameworkId })),
        session.frameworkVersionId,
      ),
    );
    await this.refuseLaterEntries(tx, heldOn, coming);
    const order = [...facts.keys()];
    const first = Math.max(0, ...session.candidates.map(({ position }) => position)) + 1;
    await tx.juryCandidate.createMany({
      data: coming
        .toSorted((one, other) => order.indexOf(one.enrolmentId) - order.indexOf(other.enrolmentId))
        .map((one, index) => ({
          centreId: actor.centreId,
          jurySessionId,
          enrolmentId: one.enrolmentId,
          position: first + index,
          kind: kindOf(one, heldOn),
        })),
      // Someone enrolled twice at once is one candidate.
      skipDuplicates: true,
    });
  }

  private async refuseLaterEntries(
    tx: Tx,
    heldOn: string,
    coming: readonly EnrolmentFacts[],
  ): Promise<void> {
    const rows = await tx.enrolment.findMany({
      where: { id: { in: coming.map(({ enrolmentId }) => enrolmentId) } },
      include: { person: true },
    });
    const comers = rows.map(({ person, startsOn }) => ({
      name: formatName(person),
      startsOn: toDay(startsOn),
    }));
    const findings = checkSessionDay(heldOn, comers, this.clock.today());
    raiseFindings(findings.map((finding) => ({ ...finding, path: '/enrolmentIds' })));
  }
}

/** Takes a candidate out of a session, with the ties declared for them; a re-sit waits for a day. */
export async function unseatCandidate(
  tx: Tx,
  jurySessionId: string,
  enrolmentId: string,
): Promise<void> {
  const where = { jurySessionId, enrolmentId };
  await tx.juryConflict.deleteMany({ where });
  await tx.juryCandidate.deleteMany({ where });
  await tx.resitRegistration.updateMany({ where, data: { jurySessionId: null } });
}

const isCertified = (facts: EnrolmentFacts, day: string): boolean =>
  heldVerdicts(facts.framework, facts.verdicts, day).length === facts.framework.blocks.length;

/** What was acquired before is kept; what was not, or is kept no longer, is sat again. */
function kindOf({ framework, verdicts, route }: EnrolmentFacts, day: string) {
  const held = heldVerdicts(framework, verdicts, day).map(({ blockCode }) => blockCode);
  const isAgain = verdicts.some(
    ({ decision, blockCode }) => decision !== 'acquired' || !held.includes(blockCode),
  );
  if (isAgain) return 'resit';
  return route === 'vae' ? 'vae' : 'training';
}
