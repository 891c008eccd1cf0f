import { formatLongDay, formatSpokenName, formatTime } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import type { MailWriter } from '../../mail/mail-writer.ts';
import type { EventRow } from './event-record.ts';

/** Each candidate who was asked to the event reads that it is not held. @returns how many mails leave */
export async function tellCancelled(
  tx: Tx,
  mails: MailWriter,
  actor: Actor,
  { summons, blockCode, heldOn, startsAt }: EventRow,
  reason: string,
): Promise<number> {
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: summons.map(({ enrolmentId }) => enrolmentId) } },
    include: { person: true },
  });
  const day = formatLongDay(toDay(heldOn));
  let told = 0;
  for (const { person } of enrolments) {
    if (person.email === null) continue;
    const to = { toEmail: person.email, toName: formatSpokenName(person), personId: person.id };
    await mails.write(tx, actor.centreId, to, {
      subject: `Annulée : évaluation du bloc ${blockCode} du ${day}`,
      paragraphs: [
        `L’évaluation du bloc ${blockCode} prévue le ${day} à ${formatTime(startsAt)} n’a pas lieu : ne vous déplacez pas. ${asSentence(reason)}`,
        'Votre convocation ne vaut plus : retirez la séance de votre agenda si vous l’y avez mise. Votre centre vous convoquera à une autre date.',
      ],
      signedBy: actor.userId,
      purpose: 'assessment-event.cancelled',
    });
    told += 1;
  }
  return told;
}

const asSentence = (reason: string): string => `Motif : ${reason.replace(/[.\s]+$/, '')}.`;
