import type { EarlyEndView, Input } from '@jalon/contract';
import { checkEarlyEnd, checkNewEarlyEnd, readEarlyEnd } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { earlyEndFacts, viewDeclaration, viewEarlyEnd, withEarlyEnds } from './view-early-end.ts';

/** What employers declare to the OPCO when a *période de reconversion* ends before its time. */
@Injectable()
export class EarlyEndsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  declare(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/early-ends'>,
  ): Promise<EarlyEndView> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx, audit }) => {
      // Two declarations noted at the same moment: the second waits here, then is refused.
      await holdEnrolments(tx, [params.enrolmentId]);
      const enrolment = await load(tx, params.enrolmentId);
      const standing = readEarlyEnd(earlyEndFacts(enrolment), today);
      const [refusal] = checkNewEarlyEnd(standing);
      if (refusal || !standing) throw new DomainError('rule_refused', refusal?.facts ?? '');
      const { declaredOn, reference } = body;
      const endedOn = standing.anchorOn;
      raiseFindings(checkEarlyEnd({ endedOn, declaredOn }, today));
      const id = uuidv7();
      await tx.earlyEnd.create({
        data: {
          centreId: actor.centreId,
          id,
          enrolmentId: enrolment.id,
          reference,
          endedOn: fromDay(endedOn),
          declaredOn: fromDay(declaredOn),
          createdAt: this.clock.now(),
        },
      });
      const data = { earlyEndId: id, endedOn, declaredOn };
      audit({ action: 'early-end.declared', subjectId: enrolment.id, data });
      return found(viewEarlyEnd(await load(tx, enrolment.id), today), 'Cette fin anticipée');
    });
  }

  save(
    actor: Actor,
    { params, body }: Input<'PUT /early-ends/:earlyEndId'>,
  ): Promise<EarlyEndView | null> {
    const { revision, declaredOn, reference } = body;
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx, audit }) => {
      const row = await tx.earlyEnd.findFirst({ where: { id: params.earlyEndId } });
      const { id, enrolmentId, endedOn } = found(row, 'Cette déclaration');
      raiseFindings(checkEarlyEnd({ endedOn: toDay(endedOn), declaredOn }, today));
      const { count } = await tx.earlyEnd.updateMany({
        where: { id, revision },
        data: { declaredOn: fromDay(declaredOn), reference, revision: { increment: 1 } },
      });
      const enrolment = await load(tx, enrolmentId);
      const saved = enrolment.earlyEnds.find((one) => one.id === id);
      if (count === 0 && saved) throw editedMeanwhile(viewDeclaration(saved));
      const data = { earlyEndId: id, endedOn: toDay(endedOn), declaredOn };
      audit({ action: 'early-end.corrected', subjectId: enrolmentId, data });
      return viewEarlyEnd(enrolment, today);
    });
  }
}

const load = async (tx: Tx, enrolmentId: string) =>
  found(
    await tx.enrolment.findFirst({ where: { id: enrolmentId }, include: withEarlyEnds }),
    'Cette inscription',
  );
