import { checkPartWriting, lastDayToRemind } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { OnJob, OnSchedule } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { openReviews, standingParts, toPartFacts, withParts } from './joint-reviews.queries.ts';
import { ReviewInvitations } from './review-invitations.ts';

/** Each morning: who has not signed a review that was held days ago is asked once more, once. */
@Injectable()
export class JointReviewJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly invitations: ReviewInvitations,
  ) {}

  /** One job a centre, so that one that fails is tried again alone. */
  @OnSchedule('joint-review.remind')
  async remindAll(): Promise<void> {
    const centres = await this.db.system.jointReview.groupBy({
      by: ['centreId'],
      where: this.waiting(),
    });
    await this.db.system.outboxJob.createMany({
      data: centres.map(({ centreId }) => ({
        centreId,
        name: 'joint-review.remind-centre',
        payload: {},
      })),
    });
  }

  @OnJob('joint-review.remind-centre')
  async remindCentre({ centreId }: JobContext<'joint-review.remind-centre'>): Promise<void> {
    const actor = systemActor(centreId);
    const rows = await this.db.run(actor, ({ tx }) =>
      tx.jointReview.findMany({ where: this.waiting(), select: { id: true, enrolmentId: true } }),
    );
    for (const { id, enrolmentId } of rows) await this.remind(centreId, id, enrolmentId);
  }

  /** The mark and the mail are one: a job that runs twice writes to nobody twice. */
  private async remind(centreId: string, id: string, enrolmentId: string): Promise<void> {
    await this.db.run(systemActor(centreId), async ({ tx, key, audit }) => {
      await holdEnrolments(tx, [enrolmentId]);
      const row = await tx.jointReview.findFirst({
        where: { id, ...openReviews },
        include: withParts,
      });
      if (!row) return;
      const today = this.clock.today();
      const silent = standingParts(row).filter(
        (part) =>
          !part.signedAt &&
          !part.remindedAt &&
          checkPartWriting(toPartFacts(row, part, today)).length === 0,
      );
      for (const part of silent) {
        const sent = await this.invitations.send(tx, row, part, { isReminder: true });
        if (!('mailId' in sent)) continue;
        await tx.jointReviewPart.update({
          where: key(part.id),
          data: { remindedAt: this.clock.now() },
        });
        const data = { role: part.role, mailId: sent.mailId };
        audit({ action: 'joint-review.reminded', subjectId: row.id, data });
      }
    });
  }

  private waiting() {
    return { ...openReviews, heldOn: { lte: fromDay(lastDayToRemind(this.clock.today())) } };
  }
}
