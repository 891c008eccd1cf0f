import { formatDay, formatSpokenName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { OnJob } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { attachFile } from '../../mail/attach-file.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import { findToldEvent } from '../assessment-events/find-told-event.ts';
import { writeCalendar } from '../calendar-feeds/write-calendar.ts';
import { describeSummons } from './describe-summons.ts';
import { listToCome, toldAsEvent } from './summons-lines.ts';

const withLearner = {
  enrolment: {
    include: {
      person: true,
      cohort: { include: { site: true, frameworkVersion: true } },
    },
  },
} as const;

/** Draws one learner's convocation, keeps it, and writes the mail that carries it. */
@Injectable()
export class SummonsProducer {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
    private readonly typst: TypstRenderer,
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  @OnJob('summons.send')
  async send({ centreId, payload }: JobContext<'summons.send'>): Promise<void> {
    const actor = systemActor(centreId);
    const read = await this.db.run(actor, ({ tx }) => this.read(tx, payload.summonsId));
    if (!read) return;
    const { content, events, lines, at } = read;
    const { bytes } = await this.typst.render('summons', content, at);
    const calendar = Buffer.from(writeCalendar({ name: content.calendarName, events, at }));
    const pdf = await this.store.put(centreId, bytes);
    const ics = await this.store.put(centreId, calendar);
    await this.db.run(actor, async ({ tx, audit }) => {
      // A worker that comes second finds the mail written.
      await tx.$queryRaw`select id from summons where id = ${payload.summonsId}::uuid for update`;
      const { mailId: written } = await tx.summons.findFirstOrThrow({
        where: { id: payload.summonsId },
      });
      if (written !== null) return;
      // The mail says what its files say: a change meanwhile makes the convocation outdated.
      const mailId = await this.write(tx, centreId, read);
      const { id: subjectId, createdByUserId } = read.row;
      const document = { centreId, kind: 'summons', subjectId, createdByUserId } as const;
      await attachFile(tx, mailId, {
        ...document,
        ...pdf,
        fileName: 'convocation.pdf',
        mediaType: 'application/pdf',
      });
      await attachFile(tx, mailId, {
        ...document,
        ...ics,
        fileName: 'calendrier.ics',
        mediaType: 'text/calendar',
      });
      await tx.summons.updateMany({
        where: { id: payload.summonsId },
        data: { mailId, content: lines.map((line) => ({ ...line })) },
      });
      audit({
        action: 'summons.produced',
        subjectId: payload.summonsId,
        data: { mailId, sha256: pdf.sha256 },
      });
    });
  }

  /** What the convocation says as of now; `null` once its mail is written, or when nothing is left to say. */
  private async read(tx: Tx, summonsId: string) {
    const row = await tx.summons.findFirstOrThrow({
      where: { id: summonsId },
      include: withLearner,
    });
    const { enrolment } = row;
    const { email } = enrolment.person;
    if (row.mailId !== null || email === null) return null;
    const event = row.eventId ? await findToldEvent(tx, row.eventId, enrolment.id) : null;
    if (row.eventId && !event) return null;
    const { lines, events } = event
      ? toldAsEvent(event)
      : await listToCome(tx, enrolment, this.clock.today());
    if (lines.length === 0) return null;
    const centre = await tx.centre.findFirstOrThrow({});
    const { cohort, person } = enrolment;
    return {
      row,
      email,
      person,
      lines,
      events,
      at: row.createdAt,
      content: describeSummons(lines, event, {
        centre: centre.name,
        learner: formatSpokenName(person),
        training: cohort.frameworkVersion.title,
        cohort: cohort.name,
        site: `${cohort.site.name}, ${cohort.site.address}`,
        madeOn: formatDay(this.clock.today()),
      }),
    };
  }

  private async write(
    tx: Tx,
    centreId: string,
    { row, email, person, content }: NonNullable<Awaited<ReturnType<SummonsProducer['read']>>>,
  ): Promise<string> {
    const holder = { personId: person.id, name: content.learner, email };
    const link = await this.links.create(tx, centreId, holder, {
      role: 'learner',
      path: '/mon-parcours',
    });
    const path = 'path' in link ? link.path : null;
    return this.mails.write(
      tx,
      centreId,
      { toEmail: email, toName: content.learner, personId: person.id },
      {
        subject: content.mailSubject,
        paragraphs: [
          content.mailOpening,
          'La convocation est jointe, avec un fichier à ouvrir dans votre agenda.',
          'Si vous ne pouvez pas venir, répondez à la personne qui signe ce message.',
          ...(path ? [PRIVACY_LINE] : []),
        ],
        ...(path ? { action: { label: 'Voir mon calendrier', path } } : {}),
        signedBy: row.createdByUserId,
        purpose: 'summons.sent',
      },
    );
  }
}
