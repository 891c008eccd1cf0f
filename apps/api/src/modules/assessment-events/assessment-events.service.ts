import type { AssessmentEventView, Input, Output } from '@jalon/contract';
import {
  checkEventAlone,
  checkEventCancellation,
  checkEventRemoval,
  checkEventStands,
  findBlock,
  proposeAssessmentEvent,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { editedMeanwhile } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { refuseUnacceptedWarnings } from '../../http/refuse-unaccepted-warnings.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { listChoices } from './choices.ts';
import { describeEvent } from './describe-event.ts';
import { readMarks, writeParts } from './event-parts.ts';
import { type EventRow, findEvent, holdEvent } from './event-record.ts';
import { findEvaluation } from './find-evaluation.ts';
import { judgeEvent, type KnownEvent } from './judge-event.ts';
import { tellCancelled } from './tell-cancelled.ts';

type Form = Input<'POST /slots/:slotId/assessment-events'>['body'];

/** Assessment events: proposed from an evaluation half-day, confirmed and changed by a person. */
@Injectable()
export class AssessmentEventsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mails: MailWriter,
    private readonly store: DocumentStore,
  ) {}

  propose(
    actor: Actor,
    { params }: Input<'GET /slots/:slotId/assessment-event-proposal'>,
  ): Promise<Output<'GET /slots/:slotId/assessment-event-proposal'>> {
    return this.db.run(actor, async ({ tx }) => {
      const slot = await findEvaluation(tx, params.slotId);
      const { cohort, moduleRun } = slot;
      const { blockCode } = moduleRun;
      const date = toDay(slot.heldOn);
      const today = this.clock.today();
      const asked = { cohort, blockCode, heldOn: date, today, eventId: null };
      const choices = await listChoices(tx, asked);
      const { code, name } = findBlock(toFramework(cohort.frameworkVersion), blockCode);
      const { blockCode: _, ...form } = proposeAssessmentEvent(
        { ...slot, blockCode, date },
        choices.due,
      );
      return {
        cohort: { id: cohort.id, name: cohort.name },
        block: { code, name },
        form: {
          ...form,
          assessorIds: [...form.assessorIds],
          candidates: form.candidates.map((one) => ({
            ...one,
            assessmentCodes: [...one.assessmentCodes],
            extraTimeEvidence: '',
          })),
        },
        ...choices,
      };
    });
  }

  prepare(
    actor: Actor,
    { params, body }: Input<'POST /slots/:slotId/assessment-events'>,
  ): Promise<AssessmentEventView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      // Two people do not prepare the same half-day.
      await tx.$queryRaw`select id from slot where id = ${params.slotId}::uuid for update`;
      const { cohort, moduleRun, id: slotId } = await findEvaluation(tx, params.slotId);
      const prepared = await tx.assessmentEvent.count({ where: { slotId, cancelledAt: null } });
      refuseRule(checkEventAlone({ isPrepared: prepared > 0 }));
      const { blockCode } = moduleRun;
      await weigh(tx, body, { blockCode, cohort, event: null });
      const { id } = await tx.assessmentEvent.create({
        data: {
          ...toRow(body),
          centreId: actor.centreId,
          cohortId: cohort.id,
          blockCode,
          slotId,
          createdByUserId: actor.userId,
          createdAt: this.clock.now(),
        },
      });
      await writeParts(tx, actor.centreId, id, body);
      audit({ action: 'assessment-event.prepared', subjectId: id, data: auditOf(body, blockCode) });
      return describeEvent(tx, actor, await findEvent(tx, actor, id), this.clock.today());
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /assessment-events/:eventId'>,
  ): Promise<AssessmentEventView> {
    return this.db.run(actor, async ({ tx }) =>
      describeEvent(tx, actor, await findEvent(tx, actor, params.eventId), this.clock.today()),
    );
  }

  choices(
    actor: Actor,
    { params }: Input<'GET /assessment-events/:eventId/choices'>,
  ): Promise<Output<'GET /assessment-events/:eventId/choices'>> {
    return this.db.run(actor, async ({ tx }) => {
      const { id: eventId, cohort, blockCode, heldOn } = await findEvent(tx, actor, params.eventId);
      const asked = { cohort, blockCode, heldOn: toDay(heldOn), today: this.clock.today() };
      return listChoices(tx, { ...asked, eventId });
    });
  }

  change(
    actor: Actor,
    { params, body }: Input<'PUT /assessment-events/:eventId'>,
  ): Promise<AssessmentEventView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await holdEvent(tx, params.eventId);
      const event = await findStanding(tx, actor, params.eventId);
      const { revision, ...form } = body;
      if (revision !== event.revision)
        throw editedMeanwhile(await describeEvent(tx, actor, event, this.clock.today()));
      const { blockCode, cohort } = event;
      await weigh(tx, form, { blockCode, cohort, event });
      await tx.assessmentEvent.updateMany({
        where: { id: event.id },
        data: { ...toRow(form), revision: { increment: 1 } },
      });
      await writeParts(tx, actor.centreId, event.id, form);
      audit({
        action: 'assessment-event.changed',
        subjectId: event.id,
        data: auditOf(form, blockCode),
      });
      return describeEvent(tx, actor, await findEvent(tx, actor, event.id), this.clock.today());
    });
  }

  /** Candidates who were asked to it keep the trace of it: it is cancelled, for a reason. */
  remove(
    actor: Actor,
    { params, body }: Input<'POST /assessment-events/:eventId/removal'>,
  ): Promise<Output<'POST /assessment-events/:eventId/removal'>> {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      await holdEvent(tx, params.eventId);
      const event = await findStanding(tx, actor, params.eventId);
      if (body.revision !== event.revision)
        throw editedMeanwhile(await describeEvent(tx, actor, event, this.clock.today()));
      refuseRule(checkEventRemoval(await readMarks(tx, event.id)));
      const data = {
        cohortId: event.cohortId,
        blockCode: event.blockCode,
        heldOn: toDay(event.heldOn),
      };
      // An attempt that was corrected or removed was made there all the same.
      const isKept =
        event.summons.length > 0 ||
        (await tx.assessmentResult.count({ where: { eventId: event.id } })) > 0;
      if (!isKept) {
        await tx.assessmentEvent.delete({ where: key(event.id) });
        audit({ action: 'assessment-event.deleted', subjectId: event.id, data });
        return { outcome: 'deleted', told: 0 };
      }
      const reason = body.reason ?? '';
      refuseRule(checkEventCancellation(reason));
      await tx.assessmentEvent.updateMany({
        where: { id: event.id },
        data: {
          cancelledAt: this.clock.now(),
          cancelReason: reason,
          revision: { increment: 1 },
        },
      });
      const told = await tellCancelled(tx, this.mails, this.store, actor, {
        event: await findEvent(tx, actor, event.id),
        reason,
        at: this.clock.now(),
      });
      audit({ action: 'assessment-event.cancelled', subjectId: event.id, data: { ...data, told } });
      return { outcome: 'cancelled', told };
    });
  }
}

/** @throws rule_refused when the event was cancelled */
async function findStanding(tx: Tx, actor: Actor, id: string): Promise<EventRow> {
  const event = await findEvent(tx, actor, id);
  refuseRule(checkEventStands({ isCancelled: event.cancelledAt !== null }));
  return event;
}

/** Refuses what cannot be, or was not confirmed: what a person knew already is not asked again. */
async function weigh(tx: Tx, form: Form, known: KnownEvent): Promise<void> {
  const findings = await judgeEvent(tx, form, known);
  raiseFindings(findings);
  refuseUnacceptedWarnings(findings, form.acceptedWarnings);
}

const toRow = ({ heldOn, startsAt, minutes, mode, roomId }: Form) => ({
  heldOn: fromDay(heldOn),
  startsAt,
  minutes,
  mode,
  roomId: mode === 'remote' ? null : roomId,
});

/** What the trail keeps: neither the accommodations nor their papers (Q12). */
const auditOf = ({ heldOn, startsAt, assessorIds, candidates }: Form, blockCode: string) => ({
  blockCode,
  heldOn,
  startsAt,
  assessorIds,
  enrolmentIds: candidates.map(({ enrolmentId }) => enrolmentId),
});
