import type { Input } from '@jalon/contract';
import {
  type AnswerEffects,
  type AnswerRectification,
  checkRequestWithdrawal,
  type RectifiedAnswer,
  rectifyAnswer,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, fromDayOrNull, toDay } from '../../db/days.ts';
import { editedMeanwhile } from '../../http/domain-error.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { dispensationFacts } from '../enrolments/enrolment-facts.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { isStanding } from '../facts/standing-certificate.ts';
import { loadDispensation, partOf, storeDispensation } from './dispensation-rows.ts';
import {
  type DispensationRow,
  type DispensationView,
  frameworkOf,
  viewDispensation,
} from './view-dispensation.ts';

interface Rectified {
  readonly answer: RectifiedAnswer;
  readonly because: string;
  readonly revision: number;
  readonly by: AnswerRectification['by'];
}

/** What a person takes back: an answer written by mistake, a request that waits for one. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The answer that the centre typed in, put right by the centre. */
  rectifyAnswer(
    actor: Actor,
    { params, body }: Input<'POST /dispensations/:dispensationId/answer-rectification'>,
  ): Promise<DispensationView> {
    const { revision, because, ...answer } = body;
    const grantedMinutes = partOf(answer.to, answer.grantedMinutes);
    return this.rectify(actor, params.dispensationId, {
      answer: { ...answer, grantedMinutes },
      because,
      revision,
      by: 'centre',
    });
  }

  /** The certifier's word, put right by the certifier and dated today. */
  rectifyDecision(
    actor: Actor,
    { params, body }: Input<'POST /dispensations/:dispensationId/decision-rectification'>,
  ): Promise<DispensationView> {
    const { revision, because, ...answer } = body;
    const grantedMinutes = partOf(answer.to, answer.grantedMinutes);
    return this.rectify(actor, params.dispensationId, {
      answer: { ...answer, grantedMinutes, on: this.clock.today() },
      because,
      revision,
      by: 'certifier',
    });
  }

  /** A request filed or transmitted that nobody pursues; it stays in the learner's file. */
  withdraw(
    actor: Actor,
    { params, body }: Input<'POST /dispensations/:dispensationId/withdrawal'>,
  ): Promise<DispensationView> {
    const { revision, on, motive } = body;
    return this.db.run(actor, async (unit) => {
      const before = await loadDispensation(unit.tx, actor, params.dispensationId);
      if (before.revision !== revision) throw editedMeanwhile(viewDispensation(before));
      const today = this.clock.today();
      refuseRule(
        checkRequestWithdrawal({ dispensation: dispensationFacts(before), on, motive, today }),
      );
      unit.audit({
        action: 'dispensation.withdrawn',
        subjectId: before.id,
        data: { enrolmentId: before.enrolmentId, on },
      });
      return storeDispensation(unit, actor, before, revision, {
        state: 'withdrawn',
        withdrawnOn: fromDay(on),
        withdrawalMotive: motive,
      });
    });
  }

  private rectify(actor: Actor, id: string, rectified: Rectified): Promise<DispensationView> {
    const { answer, because, revision, by } = rectified;
    return this.db.run(actor, async (unit) => {
      const { enrolmentId } = await loadDispensation(unit.tx, actor, id);
      // As with a new request: what is asked for the same hours meanwhile waits here.
      await holdEnrolments(unit.tx, [enrolmentId]);
      const before = await loadDispensation(unit.tx, actor, id);
      if (before.revision !== revision) throw editedMeanwhile(viewDispensation(before));
      const { dispensation, findings } = rectifyAnswer({
        framework: frameworkOf(before),
        dispensation: dispensationFacts(before),
        formerMotive: before.motive,
        answerTypedIn: before.answerTypedIn,
        answer,
        because,
        by,
        others: before.enrolment.dispensations.filter((other) => other.id !== id),
        effects: await loadEffects(unit.tx, before),
        today: this.clock.today(),
      });
      refuseRule(findings);
      await this.keepFormer(unit.tx, actor, before, because);
      const { state, reference, grantedMinutes, decidedOn } = dispensation;
      unit.audit({
        action: 'dispensation.answer-rectified',
        subjectId: id,
        data: { enrolmentId, state, reference, grantedMinutes, formerState: before.state },
      });
      return storeDispensation(unit, actor, before, revision, {
        state,
        reference,
        grantedMinutes,
        decidedOn: fromDayOrNull(decidedOn),
        motive: answer.motive || null,
        answerTypedIn: by === 'centre' && decidedOn !== null,
      });
    });
  }

  private async keepFormer(
    tx: Tx,
    actor: Actor,
    { id, grantedMinutes, decidedOn, ...former }: DispensationRow,
    because: string,
  ): Promise<void> {
    if (decidedOn === null)
      throw new RangeError(`dispensation ${id} has an answer without its day`);
    await tx.dispensationRectification.create({
      data: {
        centreId: actor.centreId,
        id: uuidv7(),
        dispensationId: id,
        formerState: former.state,
        formerGrantedMinutes: grantedMinutes ?? 0,
        formerDecidedOn: decidedOn,
        formerReference: former.reference,
        formerMotive: former.motive,
        formerTypedIn: former.answerTypedIn,
        because,
        rectifiedByUserId: actor.userId,
        rectifiedAt: this.clock.now(),
      },
    });
  }
}

/** What a jury decided and the centre issued while this answer was in force. */
async function loadEffects(
  tx: Tx,
  { enrolmentId, blockCode }: DispensationRow,
): Promise<AnswerEffects> {
  const [acquired, documents] = await Promise.all([
    tx.juryDecision.findFirst({
      where: { enrolmentId, blockCode, decision: 'acquired', supersededById: null },
      orderBy: { heldOn: 'desc' },
      select: { heldOn: true },
    }),
    tx.certificate.findMany({
      where: { enrolmentId, ...isStanding },
      select: { kind: true, number: true, blockCode: true },
      orderBy: { issuedOn: 'desc' },
    }),
  ]);
  return { acquiredOn: acquired ? toDay(acquired.heldOn) : null, documents };
}
