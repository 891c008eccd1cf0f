import type { Input } from '@jalon/contract';
import { formatSpokenName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { AppraisalLinks } from './appraisal-links.ts';
import { attachBlocks, ratingsOf, withContext } from './appraisals.queries.ts';

/** What the office does about an appraisal that is awaited: ask again, or take the request back. */
@Injectable()
export class AppraisalFollowUpService {
  constructor(
    private readonly db: Database,
    private readonly links: AppraisalLinks,
  ) {}

  /** Sends the link again; when the tutor has changed, to the new one, who starts from a blank sheet. */
  sendLink(actor: Actor, { params }: Input<'POST /appraisals/:appraisalId/link'>) {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const row = await this.findOpen(tx, params.appraisalId);
      const tutorId = row.employment?.tutorId ?? row.tutorId;
      const tutor = tutorId && (await tx.person.findUnique({ where: key(tutorId) }));
      if (!tutor)
        throw new DomainError(
          'rule_refused',
          'Aucun tuteur n’est renseigné dans l’emploi : ajoutez-le d’abord.',
        );
      const tutorChanged = tutor.id !== row.tutorId;
      if (tutorChanged) await this.handOver(tx, row.id, tutor.id);
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
      const action = tutorChanged ? 'appraisal.handed-over' : 'appraisal.link-sent';
      audit({
        action,
        subjectId: row.id,
        data: { mailId: sent.mailId, from: row.tutorId, to: tutor.id },
      });
      return { sentTo: tutor.email ?? '', tutorChanged };
    });
  }

  withdraw(actor: Actor, { params }: Input<'DELETE /appraisals/:appraisalId'>) {
    return this.db.run(actor, async ({ tx, audit }) => {
      const row = await this.findOpen(tx, params.appraisalId);
      const isBlank = Object.keys(ratingsOf(row)).length === 0;
      const { count } = isBlank
        ? await tx.appraisal.deleteMany({
            where: { id: row.id, revision: row.revision, signedAt: null },
          })
        : { count: 0 };
      if (count === 0)
        throw new DomainError(
          'rule_refused',
          'Le tuteur a déjà répondu en partie : la demande ne se retire plus, son brouillon serait perdu.',
        );
      const { enrolmentId, blockCode } = row;
      audit({ action: 'appraisal.withdrawn', subjectId: row.id, data: { enrolmentId, blockCode } });
      return { done: true as const };
    });
  }

  private async findOpen(tx: Tx, id: string) {
    const row = await tx.appraisal.findFirst({ where: { id }, include: withContext });
    const appraisal = found(row, 'Cette appréciation');
    if (appraisal.signedAt)
      throw new DomainError(
        'already_signed',
        'Cette appréciation est signée : il n’y a plus rien à demander.',
      );
    return appraisal;
  }

  private async handOver(tx: Tx, id: string, tutorId: string): Promise<void> {
    const blank = { ratings: {}, comments: {}, comment: '', openedAt: null, savedAt: null };
    await tx.appraisal.updateMany({
      where: { id, signedAt: null },
      data: { ...blank, tutorId, revision: { increment: 1 } },
    });
  }
}
