import { remindersDue } from '@jalon/domain';
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
import { bundleReminders, type DueReminder, wordsForAll } from './bundle-reminders.ts';
import { loadReminderSubjects } from './load-subjects.ts';
import type { Contact, ReminderSubject, ReminderWords } from './reminder-subjects.ts';

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
    const due = subjects.flatMap((subject) =>
      remindersDue({ ...subject, today, alreadySent: [] }).flatMap((planned) =>
        (subject.contacts[planned.recipient] ?? []).map((contact) => ({
          subject,
          planned,
          contact,
        })),
      ),
    );
    for (const bundle of bundleReminders(due)) await this.remind(centreId, bundle);
  }

  /** The reminders and their mail in one transaction; the unique key lets the first one alone through. */
  private remind(
    centreId: string,
    bundle: readonly [DueReminder, ...DueReminder[]],
  ): Promise<void> {
    const { contact } = bundle[0];
    return this.db.run(systemActor(centreId), async ({ tx, audit }) => {
      const { door, personId } = contact;
      if (door && personId && (await this.links.hasEnded(tx, centreId, personId, door.role)))
        return;
      const [first, ...others] = await this.keepNew(tx, centreId, bundle);
      if (!first) return;
      const words = wordsForAll([first, ...others]);
      const place = door && others.length > 0 ? { ...door, path: words.action.path } : door;
      const { kind } = first.subject;
      const mailId = await this.write(tx, centreId, first.subject, words, {
        ...contact,
        door: place,
      });
      for (const {
        subject,
        planned: { lead },
      } of [first, ...others]) {
        const { subjectId } = subject;
        const key = { centreId, kind, subjectId, lead, dueOn: fromDay(subject.dueOn) };
        const recipientEmail = contact.email.toLowerCase();
        await tx.reminder.updateMany({ where: { ...key, recipientEmail }, data: { mailId } });
        audit({ action: 'reminder.sent', subjectId, data: { kind, lead, mailId } });
      }
    });
  }

  /** Those of the bundle that nobody has sent yet, now written down. */
  private async keepNew(
    tx: Tx,
    centreId: string,
    bundle: readonly DueReminder[],
  ): Promise<DueReminder[]> {
    const fresh: DueReminder[] = [];
    for (const one of bundle) {
      const { subject, planned, contact } = one;
      const { count } = await tx.reminder.createMany({
        data: [
          {
            centreId,
            kind: planned.kind,
            subjectId: subject.subjectId,
            dueOn: fromDay(subject.dueOn),
            recipientEmail: contact.email.toLowerCase(),
            lead: planned.lead,
            personId: contact.personId,
            createdAt: this.clock.now(),
          },
        ],
        skipDuplicates: true,
      });
      if (count > 0) fresh.push(one);
    }
    return fresh;
  }

  private async write(
    tx: Tx,
    centreId: string,
    { kind, enclosedBy }: ReminderSubject,
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
        ...(enclosedBy ? { enclosedBy } : {}),
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
