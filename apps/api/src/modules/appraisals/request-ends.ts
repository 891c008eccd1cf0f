import { formatSpokenName, type RequestEndReason } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import { Clock } from '../../clock/clock.ts';
import type { Prisma, UnitOfWork } from '../../db/database.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { requestEndedMail } from './appraisal-mails.ts';
import {
  type AppraisalWithBlock,
  attachBlocks,
  isBegun,
  withContext,
} from './appraisals.queries.ts';
import { openRequests } from './appraisals.scope.ts';
import { requestEndOf } from './request-standing.ts';

/** A block that a jury has acquired. */
interface AcquiredBlock {
  readonly enrolmentId: string;
  readonly blockCode: string;
}

/**
 * Ends requests to tutors that are without object, in the transaction of what ends them. What a tutor
 * had typed stays, and whoever had begun is told that nothing is awaited any more.
 */
@Injectable()
export class RequestEnds {
  constructor(
    private readonly clock: Clock,
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  /** Ends the open requests among these. @returns how many tutors were told by mail */
  async end(
    unit: UnitOfWork,
    actor: Pick<Actor, 'centreId'>,
    where: Prisma.AppraisalWhereInput,
    reason: RequestEndReason,
  ): Promise<number> {
    const { tx, audit } = unit;
    const rows = await tx.appraisal.findMany({
      where: { AND: [where, openRequests] },
      include: withContext,
      orderBy: { id: 'asc' },
    });
    let told = 0;
    for (const one of await attachBlocks(tx, rows)) {
      const { id, enrolmentId, blockCode } = one.row;
      const { count } = await tx.appraisal.updateMany({
        where: { id, ...openRequests },
        data: { endedAt: this.clock.now(), endReason: reason, revision: { increment: 1 } },
      });
      // The tutor signed at that very moment.
      if (count === 0) continue;
      const mailId = await this.tell(unit, actor, one, reason);
      if (mailId !== null) told += 1;
      const data = { reason, enrolmentId, blockCode, ...(mailId === null ? {} : { mailId }) };
      audit({ action: 'appraisal.ended', subjectId: id, data });
    }
    return told;
  }

  /**
   * What a closed jury has acquired: in that enrolment, and in the person's other ones on the same
   * framework version, where the block is kept (S1:L176).
   */
  async endAcquired(
    unit: UnitOfWork,
    actor: Pick<Actor, 'centreId'>,
    frameworkVersionId: string,
    acquired: readonly AcquiredBlock[],
  ): Promise<void> {
    const enrolments = await unit.tx.enrolment.findMany({
      where: { id: { in: acquired.map(({ enrolmentId }) => enrolmentId) } },
      select: { id: true, personId: true },
    });
    const wanted = enrolments.map(({ id, personId }) => ({
      blockCode: {
        in: acquired.flatMap((one) => (one.enrolmentId === id ? [one.blockCode] : [])),
      },
      enrolment: { OR: [{ id }, { personId, cohort: { frameworkVersionId } }] },
    }));
    if (wanted.length > 0) await this.end(unit, actor, { OR: wanted }, 'block_acquired');
  }

  /** A withdrawal is undone: what it ended is awaited again, save for blocks acquired meanwhile. */
  async reopenWithdrawn(
    { tx, audit }: UnitOfWork,
    enrolmentId: string,
    acquiredCodes: readonly string[],
  ): Promise<void> {
    const rows = await tx.appraisal.findMany({
      where: {
        enrolmentId,
        endReason: 'enrolment_withdrawn',
        blockCode: { notIn: [...acquiredCodes] },
      },
      orderBy: { endedAt: 'desc' },
    });
    // Withdrawn twice: of the requests of one block, the last one is awaited again.
    const last = rows.filter(
      ({ id, blockCode }) => rows.find((one) => one.blockCode === blockCode)?.id === id,
    );
    for (const { id, blockCode } of last) {
      await tx.appraisal.updateMany({
        where: { id },
        data: { endedAt: null, endReason: null, revision: { increment: 1 } },
      });
      audit({ action: 'appraisal.reopened', subjectId: id, data: { enrolmentId, blockCode } });
    }
  }

  /** The mail to a tutor in post who had begun: they need not go on, and nothing of it is lost. */
  private async tell(
    { tx }: UnitOfWork,
    { centreId }: Pick<Actor, 'centreId'>,
    { row, block }: AppraisalWithBlock,
    reason: RequestEndReason,
  ): Promise<string | null> {
    const { tutor } = row;
    const isInPost = requestEndOf(row, this.clock.today()) === null;
    if (!tutor?.email || !isInPost || !isBegun(row)) return null;
    if (await this.links.hasEnded(tx, centreId, tutor.id, 'tutor')) return null;
    const centre = await tx.centre.findUniqueOrThrow({ where: { id: centreId } });
    const mail = requestEndedMail({
      centreName: centre.name,
      learnerName: formatSpokenName(row.enrolment.person),
      blockName: block.name,
      end: { reason, on: this.clock.today(), isFinal: true },
    });
    const to = { toEmail: tutor.email, toName: formatSpokenName(tutor), personId: tutor.id };
    return this.mails.write(tx, centreId, to, mail);
  }
}
