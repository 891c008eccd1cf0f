import type { Input, Output } from '@jalon/contract';
import { checkRectification, findAwaitedRectification, originOf } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type UnitOfWork } from '../../db/database.ts';
import { editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { RequestEnds } from '../appraisals/request-ends.ts';
import { lockNumbering } from '../certificates/certificate-writer.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { describeDecisions } from './describe-decisions.ts';
import { referenceOf } from './describe-minutes.ts';
import { judgeMinutes } from './describe-rectification.ts';
import { showSession } from './describe-session.ts';
import { JurySignaturesService } from './jury-signatures.service.ts';
import { composeRectification, rectificationContent } from './rectification-content.ts';
import {
  listDeciding,
  loadSession,
  lockSession,
  type SessionRecord,
  seatOf,
  seriesOf,
} from './session-record.ts';

type Session = Output<'GET /juries/:juryId'>;
type Sent = Input<'POST /juries/:juryId/rectifications'>['body']['corrections'][number];

/** Rectifying minutes: drawn up by the office, in force once the jury has signed them. */
@Injectable()
export class JuryRectificationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signatures: JurySignaturesService,
    private readonly requestEnds: RequestEnds,
  ) {}

  drawUp(
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/rectifications'>,
  ): Promise<Session> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      await lockSession(tx, params.juryId);
      const record = await loadSession(tx, actor, params.juryId);
      const corrected = body.corrections.map((sent) => ({
        sent,
        current: findCurrent(record, sent),
      }));
      const awaited = refuse(record, body, corrected);
      await refuseStale(unit, corrected);
      const number = record.row.minutes.length + 1;
      const known = corrected.flatMap(({ sent, current }) => (current ? [{ sent, current }] : []));
      const content = await composeRectification(tx, actor, record, {
        motive: body.motive,
        corrected: known,
        number,
        at: this.clock.now(),
        replaces: awaited,
      });
      const minutes = await tx.juryMinutes.create({
        data: {
          centreId: actor.centreId,
          jurySessionId: params.juryId,
          number,
          content: content as unknown as Prisma.InputJsonObject,
        },
      });
      audit({
        action: 'minutes.rectification-drawn-up',
        subjectId: params.juryId,
        data: { minutesId: minutes.id, corrections: known.length, replaces: awaited },
      });
      const after = await loadSession(tx, actor, params.juryId);
      await this.signatures.askSignatures(unit, actor, after);
      return showSession(tx, actor, after, this.clock.today());
    });
  }

  sign(actor: Actor, input: Input<'POST /juries/:juryId/minutes/signatures'>): Promise<Session> {
    return this.db.run(actor, async (unit) => {
      const minutesId = await this.signatures.sign(unit, actor, input);
      return this.afterSigning(unit, actor, input.params.juryId, minutesId);
    });
  }

  notePaper(
    actor: Actor,
    input: Input<'POST /juries/:juryId/minutes/paper-signatures'>,
  ): Promise<Session> {
    return this.db.run(actor, async (unit) => {
      const minutesId = await this.signatures.notePaper(unit, actor, input);
      return this.afterSigning(unit, actor, input.params.juryId, minutesId);
    });
  }

  /** The signature that makes the majority of both colleges puts the corrections in force. */
  private async afterSigning(
    unit: UnitOfWork,
    actor: Actor,
    juryId: string,
    minutesId: string,
  ): Promise<Session> {
    const { tx } = unit;
    const record = await loadSession(tx, actor, juryId);
    const signed = seriesOf(record).find(({ id }) => id === minutesId);
    const isApplied =
      signed !== undefined &&
      signed.number > 1 &&
      !signed.isInForce &&
      (await this.applyIfDecided(unit, actor, record, minutesId));
    const after = isApplied ? await loadSession(tx, actor, juryId) : record;
    return showSession(tx, actor, after, this.clock.today());
  }

  /** @returns whether the signatures have put the corrections in force */
  private async applyIfDecided(
    unit: UnitOfWork,
    actor: Actor,
    record: SessionRecord,
    minutesId: string,
  ): Promise<boolean> {
    const { tx } = unit;
    const { content } = await tx.juryMinutes.findFirstOrThrow({ where: { id: minutesId } });
    const rectification = rectificationContent.parse(content);
    if (judgeMinutes(record, minutesId, rectification).outcome !== 'in_force') return false;
    const { motive, corrections } = rectification;
    // Nothing is issued, and nothing that the decisions rest on is corrected, in the meantime.
    await holdEnrolments(tx, [...new Set(corrections.map(({ enrolmentId }) => enrolmentId))]);
    await lockNumbering(tx, actor.centreId);
    for (const correction of corrections)
      await this.apply(unit, actor, record, { ...correction, motive, minutesId });
    return true;
  }

  private async apply(
    unit: UnitOfWork,
    actor: Actor,
    record: SessionRecord,
    correction: ReturnType<typeof rectificationContent.parse>['corrections'][number] & {
      readonly motive: string;
      readonly minutesId: string;
    },
  ): Promise<void> {
    const { tx, audit } = unit;
    const { row } = record;
    const { enrolmentId, blockCode, fromDecisionId, minutesId, decision } = correction;
    const before = found(
      row.decisions.find(({ id }) => id === fromDecisionId),
      'Cette décision',
    );
    const id = uuidv7();
    await tx.juryDecision.create({
      data: {
        id,
        centreId: before.centreId,
        jurySessionId: before.jurySessionId,
        enrolmentId: before.enrolmentId,
        blockCode: before.blockCode,
        heldOn: before.heldOn,
        proposal: before.proposal,
        decision,
        motive: correction.motive,
        recommendation: correction.recommendation,
        proposalReasons: before.proposalReasons as Prisma.InputJsonArray,
        origin: originOf(seatOf(record, actor)),
        decidedByUserId: actor.userId,
        rectifiedById: minutesId,
        ...signedFrom(actor),
      },
    });
    await tx.juryDecision.updateMany({
      where: { id: fromDecisionId },
      data: { supersededById: id },
    });
    // Who is registered to sit the block again stays so, from the decision as it is now.
    if (decision !== 'acquired')
      await tx.resitRegistration.updateMany({
        where: { fromDecisionId },
        data: { fromDecisionId: id },
      });
    audit({
      action: 'jury.rectified',
      subjectId: enrolmentId,
      data: {
        decisionId: id,
        fromDecisionId,
        minutesId,
        jurySessionId: row.id,
        blockCode,
        decision,
      },
    });
    if (decision === 'acquired')
      await this.requestEnds.endAcquired(unit, actor, row.frameworkVersionId, [
        { enrolmentId, blockCode },
      ]);
  }
}

const findCurrent = ({ row }: SessionRecord, { enrolmentId, blockCode }: Sent) =>
  row.decisions.find((one) => one.enrolmentId === enrolmentId && one.blockCode === blockCode) ??
  null;

/** What was corrected is no longer what its author had before them. */
async function refuseStale(
  { tx }: UnitOfWork,
  corrected: readonly {
    readonly sent: Sent;
    readonly current: SessionRecord['row']['decisions'][number] | null;
  }[],
): Promise<void> {
  const stale = corrected.flatMap(({ sent, current }) =>
    current && current.id !== sent.decisionId ? [current] : [],
  );
  if (stale.length > 0) throw editedMeanwhile({ decisions: await describeDecisions(tx, stale) });
}

/** @returns the reference of the minutes that these replace */
function refuse(
  record: SessionRecord,
  { motive, replacesId }: Input<'POST /juries/:juryId/rectifications'>['body'],
  corrected: readonly {
    readonly sent: Sent;
    readonly current: SessionRecord['row']['decisions'][number] | null;
  }[],
): string | null {
  const waiting = findAwaitedRectification(seriesOf(record));
  const awaited = waiting && referenceOf(record, waiting.number);
  raiseFindings(
    checkRectification({
      state: record.row.state,
      motive,
      awaited,
      replacesAwaited: waiting !== null && replacesId === waiting.id,
      deciding: listDeciding(
        record,
        corrected.map(({ sent }) => sent),
      ).map(({ college }) => college),
      corrections: corrected.map(({ sent, current }) => ({
        enrolmentId: sent.enrolmentId,
        candidateName:
          record.candidates.find(({ id }) => id === sent.enrolmentId)?.name ?? 'Ce candidat',
        blockCode: sent.blockCode,
        before: current?.decision ?? null,
        after: sent.decision,
      })),
    }),
  );
  return awaited;
}
