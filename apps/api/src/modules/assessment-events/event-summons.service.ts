import type { Input, Output } from '@jalon/contract';
import { checkEventStands } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { isJustSent } from '../summons/is-just-sent.ts';
import { describeEvent } from './describe-event.ts';
import { findEvent, holdEvent } from './event-record.ts';

/** Candidates asked to an event, each by a convocation of their own. */
@Injectable()
export class EventSummonsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  send(
    actor: Actor,
    { params, body }: Input<'POST /assessment-events/:eventId/summons'>,
  ): Promise<Output<'POST /assessment-events/:eventId/summons'>> {
    return this.db.run(actor, async ({ tx, audit, enqueue }) => {
      await holdEvent(tx, params.eventId);
      const event = await findEvent(tx, actor, params.eventId);
      refuseRule(checkEventStands({ isCancelled: event.cancelledAt !== null }));
      const { candidates } = await describeEvent(tx, actor, event, this.clock.today());
      const ids = [...new Set(body.enrolmentIds)];
      const chosen = candidates.filter(({ enrolmentId }) => ids.includes(enrolmentId));
      found(chosen.length === ids.length || null, 'Un de ces candidats');
      const skipped: string[] = [];
      let sent = 0;
      for (const { enrolmentId, name, summons } of chosen) {
        const reason =
          summons.obstacle ??
          (isJustSent(summons.lastSentAt, this.clock.now())
            ? 'sa convocation vient de partir.'
            : null);
        if (reason !== null) {
          skipped.push(`${name} : ${reason}`);
          continue;
        }
        const { id } = await tx.summons.create({
          data: {
            centreId: actor.centreId,
            enrolmentId,
            eventId: event.id,
            createdByUserId: actor.userId,
            createdAt: this.clock.now(),
          },
        });
        enqueue({ name: 'summons.send', payload: { summonsId: id } });
        audit({
          action: 'assessment-event.summoned',
          subjectId: enrolmentId,
          data: { summonsId: id, eventId: event.id },
        });
        sent += 1;
      }
      return { sent, skipped };
    });
  }
}
