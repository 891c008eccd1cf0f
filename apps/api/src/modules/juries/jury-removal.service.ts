import type { Input } from '@jalon/contract';
import { checkSessionRemoval, formatLongDay, formatSpokenName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database, type Tx } from '../../db/database.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { loadSession, lockSession, type SessionRecord } from './session-record.ts';

/** A session that was prepared by mistake goes; who had been invited to it is told. */
@Injectable()
export class JuryRemovalService {
  constructor(
    private readonly db: Database,
    private readonly mails: MailWriter,
  ) {}

  remove(actor: Actor, { params }: Input<'DELETE /juries/:juryId'>): Promise<{ told: number }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, params.juryId);
      const record = await loadSession(tx, actor, params.juryId);
      const where = { jurySessionId: params.juryId };
      const decisions = await tx.juryDecision.count({ where });
      raiseFindings(checkSessionRemoval({ state: record.row.state, decisions }));
      const told = await this.tellInvited(tx, actor, record);
      await tx.resitRegistration.updateMany({ where, data: { jurySessionId: null } });
      await tx.juryConflict.deleteMany({ where });
      await tx.juryCandidate.deleteMany({ where });
      await tx.juryMember.deleteMany({ where });
      await tx.jurySession.deleteMany({ where: { id: params.juryId } });
      audit({
        action: 'jury.removed',
        subjectId: params.juryId,
        data: { heldOn: record.heldOn, candidates: record.candidates.length, told },
      });
      return { told };
    });
  }

  private async tellInvited(tx: Tx, actor: Actor, record: SessionRecord): Promise<number> {
    const { row, heldOn, framework } = record;
    let told = 0;
    for (const { person, personId, invitedAt } of row.members) {
      if (!invitedAt || !person.email) continue;
      const toName = formatSpokenName(person);
      const to = { toEmail: person.email, toName, personId };
      await this.mails.write(tx, actor.centreId, to, {
        subject: `Jury du ${formatLongDay(heldOn)} : la session est annulée`,
        paragraphs: [
          `La session du jury paritaire « ${framework.title} » prévue le ${formatLongDay(heldOn)} est annulée : vous n’avez plus à y siéger.`,
        ],
        signedBy: actor.userId,
        purpose: 'jury.removal',
      });
      told += 1;
    }
    return told;
  }
}
