import type { Input, PositioningsView } from '@jalon/contract';
import { checkPositioning } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import {
  type PositionedEnrolment,
  viewPositioning,
  viewPositionings,
  withPositionings,
} from './view-positionings.ts';

/** The trace of each learner's positioning: written by a person, put right by another trace. */
@Injectable()
export class PositioningsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/positionings'>,
  ): Promise<PositioningsView> {
    return this.db.run(actor, async ({ tx }) =>
      viewPositionings(await load(tx, params.enrolmentId), this.clock.today()),
    );
  }

  record(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/positionings'>,
  ): Promise<PositioningsView> {
    const { revision, heldOn, ...trace } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      // Two traces written at the same moment: the second waits here, then reads the first.
      await holdEnrolments(tx, [params.enrolmentId]);
      const enrolment = await load(tx, params.enrolmentId);
      const [standing] = enrolment.positionings;
      if (standing && standing.number !== revision)
        throw editedMeanwhile(viewPositioning(standing));
      raiseFindings(
        checkPositioning({ ...trace, heldOn, isCorrection: !!standing }, this.clock.today()),
      );
      await tx.positioning.create({
        data: {
          centreId: actor.centreId,
          id: uuidv7(),
          enrolmentId: enrolment.id,
          number: (standing?.number ?? 0) + 1,
          ...trace,
          adaptation: trace.adaptation || null,
          motive: trace.motive || null,
          because: standing ? trace.because : null,
          heldOn: fromDay(heldOn),
          recordedByUserId: actor.userId,
          recordedAt: this.clock.now(),
        },
      });
      audit({
        action: standing ? 'positioning.corrected' : 'positioning.recorded',
        subjectId: enrolment.id,
        data: { heldOn, outcome: trace.outcome },
      });
      return viewPositionings(await load(tx, enrolment.id), this.clock.today());
    });
  }
}

const load = async (tx: Tx, enrolmentId: string): Promise<PositionedEnrolment> =>
  found(
    await tx.enrolment.findFirst({ where: { id: enrolmentId }, include: withPositionings }),
    'Cette inscription',
  );
