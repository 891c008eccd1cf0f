import { formatLongDay } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { OnJob } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { attachFile } from '../../mail/attach-file.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import type { NoticeContent } from './notice-content.ts';

type NoticeToSend = NonNullable<Awaited<ReturnType<typeof read>>>;

/** Draws one candidate's notice, keeps it, and writes the mail that carries it. */
@Injectable()
export class NoticeProducer {
  constructor(
    private readonly db: Database,
    private readonly store: DocumentStore,
    private readonly typst: TypstRenderer,
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  @OnJob('notice.send')
  async send({ centreId, payload }: JobContext<'notice.send'>): Promise<void> {
    const actor = systemActor(centreId);
    const notice = await this.db.run(actor, ({ tx }) => read(tx, payload.noticeId));
    if (!notice) return;
    const { bytes } = await this.typst.render('notice', notice.content, notice.createdAt);
    const file = await this.store.put(centreId, bytes);
    await this.db.run(actor, async ({ tx, audit }) => {
      // A worker that comes second finds the mail written.
      await tx.$queryRaw`select id from notice where id = ${notice.id}::uuid for update`;
      if (!(await read(tx, notice.id))) return;
      const mailId = await this.write(tx, centreId, notice);
      const documentId = await attachFile(tx, mailId, {
        ...file,
        centreId,
        kind: 'notice',
        subjectId: notice.enrolmentId,
        fileName: `notification-du-jury-${notice.heldOn}.pdf`,
        mediaType: 'application/pdf',
        createdByUserId: notice.createdByUserId,
      });
      await tx.notice.updateMany({ where: { id: notice.id }, data: { mailId, documentId } });
      audit({
        action: 'notice.produced',
        subjectId: notice.enrolmentId,
        data: { noticeId: notice.id, mailId, sha256: file.sha256 },
      });
    });
  }

  private async write(tx: Tx, centreId: string, notice: NoticeToSend): Promise<string> {
    const { person, email, content, heldOn } = notice;
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
        subject: `Décision du jury du ${formatLongDay(heldOn)}`,
        paragraphs: [
          content.notice.headline,
          'La notification jointe dit la décision pour chaque bloc, ce que le jury recommande, la suite et comment contester.',
          ...(path ? [PRIVACY_LINE] : []),
        ],
        ...(path ? { action: { label: 'Voir mon parcours', path } } : {}),
        signedBy: notice.createdByUserId,
        purpose: 'notice.sent',
      },
    );
  }
}

/** What is to be sent; `null` once its mail is written, or when the address is gone meanwhile. */
async function read(tx: Tx, id: string) {
  const { enrolment, jurySession, ...row } = await tx.notice.findFirstOrThrow({
    where: { id },
    include: { enrolment: { include: { person: true } }, jurySession: true },
  });
  const { person } = enrolment;
  if (row.mailId !== null || person.email === null) return null;
  return {
    ...row,
    person,
    email: person.email,
    content: row.content as unknown as NoticeContent,
    heldOn: toDay(jurySession.heldOn),
  };
}
