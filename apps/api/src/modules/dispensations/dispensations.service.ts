import { frameworkContent, type Input, type Output } from '@jalon/contract';
import {
  advanceDispensation,
  checkAnswerMotive,
  checkCourseOpen,
  checkDispensationRemoval,
  checkDispensationScope,
  checkDraftChange,
  checkNewRequest,
  type DispensationStep,
  type Finding,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { fromDayOrNull } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { dispensationFacts } from '../enrolments/enrolment-facts.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadDispensation, partOf, storeDispensation } from './dispensation-rows.ts';
import { startFrom } from './start-from.ts';
import { type DispensationView, frameworkOf, viewDispensation } from './view-dispensation.ts';

interface Answer {
  readonly step: DispensationStep;
  readonly revision: number;
  readonly motive: string | null;
  /** `null` for a step that is no answer. */
  readonly answerTypedIn: boolean | null;
  readonly action: string;
}

@Injectable()
export class DispensationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(
    actor: Actor,
    { params }: Input<'GET /dispensations/:dispensationId'>,
  ): Promise<DispensationView> {
    return this.db.run(actor, async ({ tx }) =>
      viewDispensation(await loadDispensation(tx, actor, params.dispensationId)),
    );
  }

  create(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/dispensations'>,
  ): Promise<Output<'POST /enrolments/:enrolmentId/dispensations'>> {
    return this.db.run(actor, async ({ tx, audit }) => {
      // Two requests for the same hours at the same moment: the second waits here, then is refused.
      await holdEnrolments(tx, [params.enrolmentId]);
      const row = await tx.enrolment.findFirst({
        where: { id: params.enrolmentId },
        include: { dispensations: true, cohort: { include: { frameworkVersion: true } } },
      });
      const enrolment = found(row, 'Cette inscription');
      refuseRule(checkCourseOpen(enrolment.state, 'dispensation'));
      const framework = frameworkContent.parse(enrolment.cohort.frameworkVersion.content);
      raiseFindings(checkDispensationScope(framework, body));
      refuseRepeated(checkNewRequest(body, enrolment.dispensations));
      const started = await startFrom(tx, body, enrolment.cohort.frameworkVersion, null);
      const id = uuidv7();
      await tx.dispensation.create({
        data: {
          centreId: actor.centreId,
          id,
          enrolmentId: enrolment.id,
          createdAt: this.clock.now(),
          ...body,
          ...started,
        },
      });
      const { blockCode, moduleCode, requestedMinutes } = body;
      audit({
        action: 'dispensation.drafted',
        subjectId: id,
        data: {
          enrolmentId: enrolment.id,
          blockCode,
          moduleCode,
          requestedMinutes,
          startedFrom: started.startedFrom ?? null,
        },
      });
      return viewDispensation(await loadDispensation(tx, actor, id));
    });
  }

  save(
    actor: Actor,
    { params, body }: Input<'PUT /dispensations/:dispensationId'>,
  ): Promise<DispensationView> {
    const { revision, ...fields } = body;
    return this.db.run(actor, async (unit) => {
      const before = await loadDispensation(unit.tx, actor, params.dispensationId);
      refuseRule(checkDraftChange(before.state));
      refuseRule(checkCourseOpen(before.enrolment.state, 'dispensation'));
      raiseFindings(checkDispensationScope(frameworkOf(before), fields));
      const others = before.enrolment.dispensations.filter(({ id }) => id !== before.id);
      refuseRepeated(checkNewRequest(fields, others));
      const version = before.enrolment.cohort.frameworkVersion;
      const started = await startFrom(unit.tx, fields, version, before);
      unit.audit({ action: 'dispensation.draft-changed', subjectId: before.id });
      return storeDispensation(unit, actor, before, revision, { ...fields, ...started });
    });
  }

  /** A draft is deleted; what was filed stays in the learner's file. */
  remove(
    actor: Actor,
    { params, body }: Input<'POST /dispensations/:dispensationId/removal'>,
  ): Promise<Output<'POST /dispensations/:dispensationId/removal'>> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const before = await loadDispensation(tx, actor, params.dispensationId);
      if (before.revision !== body.revision) throw editedMeanwhile(viewDispensation(before));
      refuseRule(checkDispensationRemoval(before.state));
      const { count } = await tx.dispensation.deleteMany({
        where: { id: before.id, revision: body.revision },
      });
      if (count === 0)
        throw editedMeanwhile(viewDispensation(await loadDispensation(tx, actor, before.id)));
      const { enrolmentId, blockCode, moduleCode, requestedMinutes } = before;
      audit({
        action: 'dispensation.draft-deleted',
        subjectId: before.id,
        data: { enrolmentId, blockCode, moduleCode, requestedMinutes },
      });
      return { done: true as const };
    });
  }

  advance(
    actor: Actor,
    { params, body }: Input<'POST /dispensations/:dispensationId/advance'>,
  ): Promise<DispensationView> {
    const { to, on, reference, revision } = body;
    return this.step(actor, params.dispensationId, {
      step: { to, on, reference, grantedMinutes: null },
      revision,
      motive: null,
      answerTypedIn: null,
      action: `dispensation.${to}`,
    });
  }

  /** The branch's letter, typed in by the centre: marked as such. */
  enterAnswer(
    actor: Actor,
    { params, body }: Input<'POST /dispensations/:dispensationId/answer'>,
  ): Promise<DispensationView> {
    const { to, on, reference, revision, motive } = body;
    return this.step(actor, params.dispensationId, {
      step: { to, on, reference, grantedMinutes: partOf(to, body.grantedMinutes) },
      revision,
      motive,
      answerTypedIn: true,
      action: 'dispensation.answer-entered',
    });
  }

  /** The certifier's own decision, dated today. */
  decide(
    actor: Actor,
    { params, body }: Input<'POST /dispensations/:dispensationId/decide'>,
  ): Promise<DispensationView> {
    const { to, reference, revision, motive } = body;
    return this.step(actor, params.dispensationId, {
      step: {
        to,
        on: this.clock.today(),
        reference,
        grantedMinutes: partOf(to, body.grantedMinutes),
      },
      revision,
      motive,
      answerTypedIn: false,
      action: 'dispensation.decided',
    });
  }

  private step(actor: Actor, id: string, answer: Answer): Promise<DispensationView> {
    const { step, revision, motive, answerTypedIn, action } = answer;
    return this.db.run(actor, async (unit) => {
      const before = await loadDispensation(unit.tx, actor, id);
      if (before.revision !== revision) throw editedMeanwhile(viewDispensation(before));
      if (before.state === 'draft')
        refuseRule(checkCourseOpen(before.enrolment.state, 'dispensation'));
      const { dispensation, findings } = advanceDispensation({
        framework: frameworkOf(before),
        dispensation: dispensationFacts(before),
        step,
        today: this.clock.today(),
      });
      raiseFindings([...findings, ...checkAnswerMotive(step.to, motive)]);
      const { state, reference, grantedMinutes } = dispensation;
      unit.audit({
        action,
        subjectId: id,
        data: { enrolmentId: before.enrolmentId, state, reference, grantedMinutes },
      });
      return storeDispensation(unit, actor, before, revision, {
        state,
        reference,
        grantedMinutes,
        filedOn: fromDayOrNull(dispensation.filedOn),
        transmittedOn: fromDayOrNull(dispensation.transmittedOn),
        decidedOn: fromDayOrNull(dispensation.decidedOn),
        ...(answerTypedIn === null ? {} : { answerTypedIn, motive: motive || null }),
      });
    });
  }
}

/** The same request twice, as a double click makes it, is a conflict rather than a fault of the form. */
function refuseRepeated(findings: readonly Finding[]): void {
  const [repeated] = findings;
  if (repeated) throw new DomainError('already_exists', repeated.message);
}
