import { type PlannedReminder, remindersDue } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { OnJob, OnSchedule } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE, SHARED_ADDRESS_LINE } from '../../mail/render-mail.ts';
import { loadReminderSubjects } from './load-subjects.ts';
import {
  type Contact,
  type ReminderSubject,
  type ReminderWords,
  wordsFor,
} from './reminder-subjects.ts';

/** Each morning: who must be reminded of what, each once per recipient, lead and due day. */
@Injectable()
export class ReminderJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  /** One job a centre, so that one that fails is tried again alone. */
  @OnSchedule('reminder.plan')
  async planAll(): Promise<void> {
    const centres = await this.db.system.centre.findMany({ select: { id: true } });
    await this.db.system.outboxJob.createMany({
      data: centres.map(({ id }) => ({ centreId: id, name: 'reminder.plan-centre', payload: {} })),
    });
  }

  @OnJob('reminder.plan-centre')
  async planCentre({ centreId }: JobContext<'reminder.plan-centre'>): Promise<void> {
    const actor = systemActor(centreId);
    const today = this.clock.today();
    const subjects = await this.db.run(actor, ({ tx }) => loadReminderSubjects(tx, today));
    for (const subject of subjects) {
      const due = remindersDue({ ...subject, today, alreadySent: [] });
      for (const planned of due)
        for (const contact of subject.contacts[planned.recipient] ?? [])
          await this.remind(centreId, subject, planned, contact);
    }
  }

  /** The reminder and its mail in one transaction; the unique key lets the first one alone through. */
  private remind(
    centreId: string,
    subject: ReminderSubject,
    planned: PlannedReminder,
    contact: Contact,
  ): Promise<void> {
    return this.db.run(systemActor(centreId), async ({ tx, audit }) => {
      const { door, personId } = contact;
      if (door && personId && (await this.links.hasEnded(tx, centreId, personId, door.role)))
        return;
      const key = {
        centreId,
        kind: subject.kind,
        subjectId: subject.subjectId,
        dueOn: fromDay(subject.dueOn),
        recipientEmail: contact.email.toLowerCase(),
        lead: planned.lead,
      };
      const { count } = await tx.reminder.createMany({
        data: [{ ...key, personId: contact.personId, createdAt: this.clock.now() }],
        skipDuplicates: true,
      });
      if (count === 0) return;
      const words = wordsFor(subject, planned.recipient);
      const mailId = await this.write(tx, centreId, subject.kind, words, contact);
      await tx.reminder.updateMany({ where: key, data: { mailId } });
      const { kind, subjectId } = subject;
      audit({ action: 'reminder.sent', subjectId, data: { kind, lead: planned.lead, mailId } });
    });
  }

  private async write(
    tx: Tx,
    centreId: string,
    kind: ReminderSubject['kind'],
    words: ReminderWords,
    { personId, name, email, door }: Contact,
  ): Promise<string> {
    const link =
      door && personId
        ? await this.links.create(tx, centreId, { personId, name, email }, door)
        : null;
    const { label } = words.action;
    // Without a login there is no page to open: the employer's mail says all by itself.
    const action =
      link && 'path' in link
        ? { label, path: link.path }
        : door === null && personId !== null
          ? words.action
          : null;
    return this.mails.write(
      tx,
      centreId,
      { toEmail: email, toName: name, personId },
      {
        subject: words.title,
        paragraphs: [...words.paragraphs, ...tellWayIn(words, link)],
        ...(action ? { action } : {}),
        purpose: `reminder.${kind}`,
      },
    );
  }
}

/** How the recipient comes in; when no link could be made for them, why and whom to ask. */
function tellWayIn(
  { withLink, withoutLink }: ReminderWords,
  link: Awaited<ReturnType<PersonalLinks['create']>> | null,
): string[] {
  if (!link) return [];
  const lines = 'path' in link ? [withLink, PRIVACY_LINE] : [SHARED_ADDRESS_LINE, withoutLink];
  return lines.flatMap((line) => line ?? []);
}
