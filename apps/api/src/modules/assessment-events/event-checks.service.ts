import type { Input, Output } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database } from '../../db/database.ts';
import { findEvent } from './event-record.ts';
import { findEvaluation } from './find-evaluation.ts';
import { judgeEvent } from './judge-event.ts';

/** What speaks against an event, told while it is written: nothing is saved. */
@Injectable()
export class EventChecksService {
  constructor(private readonly db: Database) {}

  checkNew(
    actor: Actor,
    { params, body }: Input<'POST /slots/:slotId/assessment-event-check'>,
  ): Promise<Output<'POST /slots/:slotId/assessment-event-check'>> {
    return this.db.run(actor, async ({ tx }) => {
      const { cohort, moduleRun } = await findEvaluation(tx, params.slotId);
      const { blockCode } = moduleRun;
      return [...(await judgeEvent(tx, body, { blockCode, cohort, event: null }))];
    });
  }

  checkChange(
    actor: Actor,
    { params, body }: Input<'POST /assessment-events/:eventId/check'>,
  ): Promise<Output<'POST /assessment-events/:eventId/check'>> {
    return this.db.run(actor, async ({ tx }) => {
      const event = await findEvent(tx, actor, params.eventId);
      return [...(await judgeEvent(tx, body, { ...event, event }))];
    });
  }
}
