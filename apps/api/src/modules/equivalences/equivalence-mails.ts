import { formatDay } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { tellRole } from '../../mail/tell-role.ts';
import { type EquivalenceRow, viewEquivalence } from './view-equivalence.ts';

/** Who is told of a request and of its answer. */
@Injectable()
export class EquivalenceMails {
  constructor(private readonly mails: MailWriter) {}

  /** @returns how many certifiers were written to */
  tellRequest(tx: Tx, actor: Actor, row: EquivalenceRow): Promise<number> {
    const { learner, motive } = viewEquivalence(row);
    return tellRole(this.mails, tx, actor, 'certifier', {
      subject: `Équivalence à examiner : ${learner}`,
      paragraphs: [`${tellBlocks(row)} ${learner}.`, `Motif : ${motive}`],
      action: { label: 'Répondre à la demande', path: `/equivalences/${row.id}` },
      signedBy: actor.userId,
      purpose: 'equivalence.requested',
    });
  }

  tellAnswer(tx: Tx, actor: Actor, row: EquivalenceRow): Promise<number> {
    const { learner, state, answer } = viewEquivalence(row);
    const word = state === 'approved' ? 'approuvée' : 'refusée';
    return tellRole(this.mails, tx, actor, 'coordinator', {
      subject: `Équivalence ${word} : ${learner}`,
      paragraphs: [
        `${tellBlocks(row)} ${learner}.`,
        `Elle est ${word} par ${answer?.answeredBy ?? ''}.`,
        ...(answer?.motive ? [`Motif : ${answer.motive}`] : []),
      ],
      action: { label: 'Ouvrir la fiche', path: `/apprenants/${row.enrolmentId}` },
      signedBy: actor.userId,
      purpose: 'equivalence.answered',
    });
  }
}

function tellBlocks(row: EquivalenceRow): string {
  const { acquired, sought } = viewEquivalence(row);
  return `L’équivalence du bloc ${acquired.blockCode} de « ${acquired.frameworkTitle} », acquis au jury du ${formatDay(acquired.decidedOn)}, avec le bloc ${sought.blockCode} de « ${sought.frameworkTitle} » est demandée pour`;
}
