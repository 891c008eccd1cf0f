import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { Database } from '../../db/database.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { OnJob } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { CertificateDocuments } from './certificate-documents.ts';
import { CpamLetters } from './cpam-letters.ts';

/** Puts the title's copy and the letter to sign into the mail that reminds an employer of them. */
@Injectable()
export class CpamLetterJobs {
  constructor(
    private readonly db: Database,
    private readonly store: DocumentStore,
    private readonly documents: CertificateDocuments,
    private readonly letters: CpamLetters,
  ) {}

  @OnJob('certificate.enclose')
  async enclose({ centreId, payload }: JobContext<'certificate.enclose'>): Promise<void> {
    const { mailId, certificateId } = payload;
    const actor = systemActor(centreId);
    const mail = await this.db.run(actor, ({ tx }) =>
      tx.mail.findFirstOrThrow({ where: { id: mailId } }),
    );
    const copy = await this.documents.produce(actor, certificateId);
    const letter = await this.letters.draw(actor, certificateId, mail.toEmail);
    const file = letter && (await this.store.put(centreId, letter.bytes));
    await this.db.run(actor, async ({ tx, audit, enqueue }) => {
      // A worker that comes second finds the mail complete.
      await tx.$queryRaw`select id from mail where id = ${mailId}::uuid for no key update`;
      if ((await tx.mailAttachment.count({ where: { mailId } })) > 0) return;
      const documentIds = [copy.id];
      if (letter && file) {
        const document = await tx.document.create({
          data: {
            ...file,
            centreId,
            kind: 'cpam_letter',
            subjectId: certificateId,
            fileName: letter.fileName,
            mediaType: 'application/pdf',
            createdByUserId: actor.userId,
          },
        });
        documentIds.push(document.id);
      }
      await tx.mailAttachment.createMany({
        data: documentIds.map((documentId) => ({ centreId, mailId, documentId })),
      });
      enqueue({ name: 'mail.send', payload: { mailId } });
      audit({ action: 'certificate.enclosed', subjectId: certificateId, data: { mailId } });
    });
  }
}
