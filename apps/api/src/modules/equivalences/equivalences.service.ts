import { type EquivalenceView, frameworkContent, type Input, type Output } from '@jalon/contract';
import { checkCourseOpen, checkEquivalenceAnswer, checkEquivalenceRequest } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { holdPerson } from '../assessments/credentials.service.ts';
import { readVersionOrigins } from '../facts/version-origins.ts';
import { EquivalenceMails } from './equivalence-mails.ts';
import {
  acquiredFacts,
  listAcquired,
  listHeld,
  loadDecision,
  loadEnrolment,
} from './load-request.ts';
import {
  describeBlock,
  type EquivalenceRow,
  equivalenceFacts,
  viewEquivalence,
  withAnswer,
} from './view-equivalence.ts';

/** Blocks of an earlier version brought over, request by request, by the certifier's approval (DOMAIN Q4). */
@Injectable()
export class EquivalencesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mails: EquivalenceMails,
  ) {}

  list(actor: Actor): Promise<EquivalenceView[]> {
    return this.db.run(actor, async ({ tx }) => (await listRows(tx, {})).map(viewEquivalence));
  }

  read(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/equivalences'>,
  ): Promise<Output<'GET /enrolments/:enrolmentId/equivalences'>> {
    return this.db.run(actor, async ({ tx }) => {
      const { enrolment, followed } = await loadEnrolment(tx, params.enrolmentId);
      const { id, personId } = enrolment;
      const acquired = await listAcquired(tx, personId);
      const held = await listHeld(tx, id, this.clock.today());
      return {
        rows: (await listRows(tx, { enrolment: { personId } })).map(viewEquivalence),
        acquired: acquired
          .filter(({ jurySession }) => jurySession.frameworkVersionId !== followed.id)
          .map(({ id: decisionId, blockCode, heldOn, jurySession }) => {
            const { frameworkTitle, blockName } = describeBlock(
              jurySession.frameworkVersion,
              blockCode,
            );
            return { decisionId, frameworkTitle, blockCode, blockName, decidedOn: toDay(heldOn) };
          }),
        blocks: followed.blocks
          .filter(({ code }) => !held.includes(code))
          .map(({ code, name }) => ({ code, name })),
      };
    });
  }

  request(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/equivalences'>,
  ): Promise<EquivalenceView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      // Two requests for the same block at the same moment, by one enrolment or two of the same person:
      // the second waits here, then is refused.
      await holdPerson(tx, (await loadEnrolment(tx, params.enrolmentId)).enrolment.personId);
      const { enrolment, others, followed } = await loadEnrolment(tx, params.enrolmentId);
      refuseRule(checkCourseOpen(enrolment.state, 'equivalence'));
      const row = await loadDecision(tx, enrolment.personId, body.decisionId);
      const { id: acquiredUnder, content } = row.jurySession.frameworkVersion;
      const findings = checkEquivalenceRequest({
        acquired: acquiredFacts(row),
        acquiredVersion: { id: acquiredUnder, ...frameworkContent.parse(content) },
        followedVersion: followed,
        blockCode: body.blockCode,
        motive: body.motive,
        heldBlockCodes: await listHeld(tx, enrolment.id, this.clock.today()),
        others: others.map(equivalenceFacts),
        versions: await readVersionOrigins(queryIn(tx)),
        today: this.clock.today(),
      });
      // The acquired block is chosen by its jury's decision.
      raiseFindings(findings.map((one) => ({ ...one, path: fieldOf(one.path) })));
      const id = uuidv7();
      await tx.equivalence.create({
        data: {
          centreId: actor.centreId,
          id,
          enrolmentId: enrolment.id,
          followedId: followed.id,
          blockCode: body.blockCode,
          motive: body.motive,
          acquiredDecisionId: row.id,
          acquiredUnderId: acquiredUnder,
          acquiredBlockCode: row.blockCode,
          requestedByUserId: actor.userId,
          requestedByName: actor.name,
          createdAt: this.clock.now(),
        },
      });
      const written = await load(tx, id);
      const told = await this.mails.tellRequest(tx, actor, written);
      const { blockCode } = body;
      const data = { enrolmentId: enrolment.id, blockCode, acquiredDecisionId: row.id, told };
      audit({ action: 'equivalence.requested', subjectId: id, data });
      return viewEquivalence(written);
    });
  }

  answer(
    actor: Actor,
    { params, body }: Input<'POST /equivalences/:equivalenceId/answer'>,
  ): Promise<EquivalenceView> {
    const { to } = body;
    const motive = body.motive || null;
    return this.db.run(actor, async ({ tx, audit }) => {
      const { enrolmentId, enrolment } = await load(tx, params.equivalenceId);
      // Two answers at the same moment: the second waits here, then is refused. A rectifying minutes
      // holds the enrolment that was judged: it is told before or after, never during.
      await holdPerson(tx, enrolment.personId);
      const before = await load(tx, params.equivalenceId);
      const acquired = await loadDecision(tx, enrolment.personId, before.acquiredDecisionId);
      const standing = { state: equivalenceFacts(before).state, acquired: acquiredFacts(acquired) };
      raiseFindings(checkEquivalenceAnswer(standing, { to, motive }));
      await tx.equivalenceAnswer.create({
        data: {
          centreId: actor.centreId,
          equivalenceId: before.id,
          outcome: to,
          motive,
          answeredOn: fromDay(this.clock.today()),
          answeredByUserId: actor.userId,
          answeredByName: actor.name,
          createdAt: this.clock.now(),
        },
      });
      const written = await load(tx, before.id);
      const told = await this.mails.tellAnswer(tx, actor, written);
      const data = { enrolmentId, blockCode: before.blockCode, motive, told };
      audit({ action: `equivalence.${to}`, subjectId: before.id, data });
      return viewEquivalence(written);
    });
  }
}

const fieldOf = (path: string): string => (path === '/acquiredBlockCode' ? '/decisionId' : path);

const listRows = (
  tx: Tx,
  where: NonNullable<Parameters<Tx['equivalence']['findMany']>[0]>['where'] & object,
): Promise<EquivalenceRow[]> =>
  tx.equivalence.findMany({
    where,
    include: withAnswer,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });

const load = async (tx: Tx, id: string): Promise<EquivalenceRow> =>
  found(
    await tx.equivalence.findFirst({ where: { id }, include: withAnswer }),
    'Cette équivalence',
  );
