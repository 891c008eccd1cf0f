import { formatLongDay, formatSpokenName, formatTime, tellAssessmentEvent } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import type { DocumentStore } from '../../documents/document-store.ts';
import { attachFile } from '../../mail/attach-file.ts';
import type { MailWriter } from '../../mail/mail-writer.ts';
import { writeCalendar } from '../calendar-feeds/write-calendar.ts';
import type { EventRow } from './event-record.ts';
import { tellCandidate } from './tell-candidate.ts';

interface Cancellation {
  /** The event as it stands once cancelled. */
  readonly event: EventRow;
  readonly reason: string;
  readonly at: Date;
}

/**
 * Each candidate who was asked to the event reads that it is not held, with a file that takes it out
 * of their calendar. @returns how many mails leave
 */
export async function tellCancelled(
  tx: Tx,
  mails: MailWriter,
  store: DocumentStore,
  actor: Actor,
  { event, reason, at }: Cancellation,
): Promise<number> {
  const { summons, blockCode, heldOn, startsAt } = event;
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: summons.map(({ enrolmentId }) => enrolmentId) } },
    include: { person: true },
  });
  const day = formatLongDay(toDay(heldOn));
  let told = 0;
  for (const { id: enrolmentId, person } of enrolments) {
    if (person.email === null) continue;
    const to = { toEmail: person.email, toName: formatSpokenName(person), personId: person.id };
    const mailId = await mails.write(tx, actor.centreId, to, {
      subject: `Annulée : évaluation du bloc ${blockCode} du ${day}`,
      paragraphs: [
        `L’évaluation du bloc ${blockCode} prévue le ${day} à ${formatTime(startsAt)} n’a pas lieu : ne vous déplacez pas. ${asSentence(reason)}`,
        'Votre convocation ne vaut plus. Si vous avez mis la séance dans votre agenda, le fichier joint l’en retire. Votre centre vous convoquera à une autre date.',
      ],
      signedBy: actor.userId,
      purpose: 'assessment-event.cancelled',
    });
    await attachRemoval(tx, store, actor, { event, enrolmentId, mailId, at });
    told += 1;
  }
  return told;
}

async function attachRemoval(
  tx: Tx,
  store: DocumentStore,
  { centreId, userId: createdByUserId }: Actor,
  {
    event,
    enrolmentId,
    mailId,
    at,
  }: Omit<Cancellation, 'reason'> & Record<'enrolmentId' | 'mailId', string>,
): Promise<void> {
  const candidate = event.candidates.find((one) => one.enrolmentId === enrolmentId);
  const summons = event.summons.find((one) => one.enrolmentId === enrolmentId);
  if (!candidate || !summons) return;
  const events = [tellAssessmentEvent(tellCandidate(event, candidate), true)];
  const text = writeCalendar({ name: 'Évaluation annulée', events, at, method: 'CANCEL' });
  await attachFile(tx, mailId, {
    ...(await store.put(centreId, Buffer.from(text))),
    centreId,
    kind: 'summons',
    subjectId: summons.id,
    fileName: 'annulation.ics',
    mediaType: 'text/calendar',
    createdByUserId,
  });
}

const asSentence = (reason: string): string => `Motif : ${reason.replace(/[.\s]+$/, '')}.`;
