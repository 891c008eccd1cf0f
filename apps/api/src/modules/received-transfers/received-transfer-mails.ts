import type { ReceivedBlockView } from '@jalon/contract';
import { formatDay, joinWords } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { tellRole } from '../../mail/tell-role.ts';

/** Who is told that blocks wait for the certifier, and of each answer. */
@Injectable()
export class ReceivedTransferMails {
  constructor(private readonly mails: MailWriter) {}

  /** @returns how many certifiers were written to */
  async tellReceived(tx: Tx, actor: Actor, blocks: readonly ReceivedBlockView[]): Promise<number> {
    const [first] = blocks;
    if (!first) return 0;
    const codes = joinWords(blocks.map(({ sought }) => sought.code));
    return tellRole(this.mails, tx, actor, 'certifier', {
      subject: `Blocs à confirmer : ${first.learner}`,
      paragraphs: [
        `${first.learner} vient de ${first.centre}, dont le fichier signé a été vérifié.`,
        `Blocs à confirmer : ${codes}. Ils ne comptent pas tant que vous ne les avez pas confirmés.`,
      ],
      action: { label: 'Répondre', path: `/blocs-a-confirmer/${first.id}` },
      signedBy: actor.userId,
      purpose: 'received-transfer.taken',
    });
  }

  tellAnswer(tx: Tx, actor: Actor, block: ReceivedBlockView): Promise<number> {
    const { learner, centre, sought, acquired, state, answer } = block;
    const word = state === 'approved' ? 'confirmé' : 'refusé';
    return tellRole(this.mails, tx, actor, 'coordinator', {
      subject: `Bloc ${sought.code} ${word} : ${learner}`,
      paragraphs: [
        `Le bloc ${sought.code}, acquis au jury du ${formatDay(acquired.decidedOn)} (${centre}), est ${word} par ${answer?.answeredBy ?? ''}.`,
        ...(answer?.motive ? [`Motif : ${answer.motive}`] : []),
      ],
      action: { label: 'Ouvrir la fiche', path: `/apprenants/${block.enrolmentId}` },
      signedBy: actor.userId,
      purpose: 'received-block.answered',
    });
  }
}
