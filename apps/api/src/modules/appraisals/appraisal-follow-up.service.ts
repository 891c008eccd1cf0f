import type { Input, Output } from '@jalon/contract';
import { dueDayForNextTutor, formatSpokenName, tellHandOver, tellRequestEnd } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDayOrNull } from '../../db/days.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { AppraisalLinks, type TutorRow } from './appraisal-links.ts';
import { type AppraisalRow, attachBlocks, withContext } from './appraisals.queries.ts';
import { RequestEnds } from './request-ends.ts';
import { employmentInPost, requestEndOf } from './request-standing.ts';

type Sent = Output<'POST /appraisals/:appraisalId/link'>;

/** What the office does about a request: ask again, ask the tutor in post, or take it back. */
@Injectable()
export class AppraisalFollowUpService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: AppraisalLinks,
    private readonly ends: RequestEnds,
  ) {}

  /** Sends the link again; once the tutor who was asked is no longer in post, asks the one who is. */
  sendLink(actor: Actor, { params }: Input<'POST /appraisals/:appraisalId/link'>): Promise<Sent> {
    return this.db.run(actor, async (unit) => {
      const row = await this.findOpen(unit.tx, params.appraisalId);
      const end = requestEndOf(row, this.clock.today());
      if (end !== null) return this.handOver(unit, actor, row, end);
      if (!row.tutor)
        throw new DomainError(
          'rule_refused',
          'Aucun tuteur n’est renseigné dans l’emploi : ajoutez-le d’abord.',
        );
      const mailId = await this.mail(unit.tx, actor, row, row.tutor);
      unit.audit({ action: 'appraisal.link-sent', subjectId: row.id, data: { mailId } });
      return this.tellSent(row, row.tutor, false);
    });
  }

  /** Takes a request back, begun or not: what the tutor had typed stays, and they are told. */
  withdraw(actor: Actor, { params }: Input<'DELETE /appraisals/:appraisalId'>) {
    return this.db.run(actor, async (unit) => {
      const { id } = await this.findOpen(unit.tx, params.appraisalId);
      const told = await this.ends.end(unit, actor, { id }, 'taken_back');
      return { done: true as const, isTutorTold: told > 0 };
    });
  }

  /**
   * The request of the tutor who left ends and stays theirs; the tutor in post starts from a blank
   * sheet. Somebody who is their own successor, in a new employment, goes on with what they typed.
   */
  private async handOver(
    unit: UnitOfWork,
    actor: Actor,
    row: AppraisalRow,
    end: NonNullable<ReturnType<typeof requestEndOf>>,
  ): Promise<Sent> {
    const { tx, key, audit } = unit;
    const { employments } = row.enrolment.person;
    const inPost = employmentInPost(employments, this.clock.today(), row.employmentId);
    if (!inPost?.tutor) throw new DomainError('rule_refused', tellHandOver(end, null));
    const { tutor, id: employmentId } = inPost;
    const dueOn = fromDay(dueDayForNextTutor(toDayOrNull(row.dueOn), this.clock.today()));
    const isSameTutor = tutor.id === row.tutorId;
    if (!isSameTutor) await this.ends.end(unit, actor, { id: row.id }, end.reason);
    const { id } = isSameTutor
      ? await tx.appraisal.update({
          where: key(row.id),
          data: { employmentId, dueOn },
        })
      : await tx.appraisal.create({
          data: {
            centreId: actor.centreId,
            enrolmentId: row.enrolmentId,
            employmentId,
            tutorId: tutor.id,
            campaignId: row.campaignId,
            blockCode: row.blockCode,
            label: row.label,
            dueOn,
            ratings: {},
            createdAt: this.clock.now(),
          },
        });
    const fresh = await this.findOpen(tx, id);
    const mailId = await this.mail(tx, actor, fresh, tutor);
    const data = { mailId, from: row.tutorId, to: tutor.id, replaces: row.id };
    audit({ action: 'appraisal.handed-over', subjectId: id, data });
    return this.tellSent(fresh, tutor, !isSameTutor);
  }

  private tellSent(row: AppraisalRow, tutor: TutorRow, tutorChanged: boolean): Sent {
    const { id: appraisalId } = row;
    return { sentTo: tutor.email ?? '', tutorChanged, appraisalId, dueOn: toDayOrNull(row.dueOn) };
  }

  /** @throws why the tutor cannot be reached, and what to do */
  private async mail(tx: Tx, actor: Actor, row: AppraisalRow, tutor: TutorRow): Promise<string> {
    const [attached] = await attachBlocks(tx, [row]);
    const sent = await this.links.send(tx, actor, {
      tutor,
      label: row.label,
      dueOn: toDayOrNull(row.dueOn),
      asked: [
        {
          appraisalId: row.id,
          learnerName: formatSpokenName(row.enrolment.person),
          blockName: attached?.block.name ?? row.blockCode,
        },
      ],
    });
    if ('refusal' in sent) throw sent.refusal;
    return sent.mailId;
  }

  /** The request, held against a signature at the same moment. @throws once nothing is to be asked */
  private async findOpen(tx: Tx, id: string): Promise<AppraisalRow> {
    const { enrolmentId } = found(
      await tx.appraisal.findFirst({ where: { id }, select: { enrolmentId: true } }),
      'Cette appréciation',
    );
    await holdEnrolments(tx, [enrolmentId]);
    const row = await tx.appraisal.findFirstOrThrow({ where: { id }, include: withContext });
    if (row.signedAt)
      throw new DomainError(
        'already_signed',
        'Cette appréciation est signée : il n’y a plus rien à demander.',
      );
    const end = requestEndOf(row, this.clock.today());
    if (end?.isFinal) throw new DomainError('rule_refused', tellRequestEnd(end));
    return row;
  }
}
