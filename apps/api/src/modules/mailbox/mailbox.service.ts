import type { FileDownload, Input, Output } from '@jalon/contract';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config.ts';
import { Database } from '../../db/database.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { DemonstrationMailbox } from '../../mail/demonstration-mailbox.ts';
import { CONFIG } from '../../platform-tokens.ts';
import { readMail } from './read-mail.ts';

const PAGE_SIZE = 30;

/** The mails of the demonstration, where nothing leaves by SMTP. In production it does not exist. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly db: Database,
    private readonly demonstration: DemonstrationMailbox,
    private readonly store: DocumentStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ query }: Input<'GET /mailbox'>): Promise<Output<'GET /mailbox'>> {
    await this.refuseElsewhere();
    const contains = { contains: query.search ?? '', mode: 'insensitive' } as const;
    const where = query.search
      ? { OR: [{ toEmail: contains }, { toName: contains }, { subject: contains }] }
      : {};
    const [mails, total] = await Promise.all([
      this.db.system.mail.findMany({
        where,
        include: {
          centre: { select: { name: true } },
          attachments: { include: { document: true } },
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (query.page - 1) * PAGE_SIZE,
        take: PAGE_SIZE,
      }),
      this.db.system.mail.count({ where }),
    ]);
    return {
      mails: mails.map((mail) => ({
        id: mail.id,
        centreName: mail.centre.name,
        toName: mail.toName,
        toEmail: mail.toEmail,
        subject: mail.subject,
        ...readMail(mail.text, this.config.publicUrl),
        attachments: mail.attachments.map(({ id, document }) => ({
          id,
          fileName: document.fileName,
        })),
        at: mail.createdAt.toISOString(),
      })),
      total,
      pageSize: PAGE_SIZE,
    };
  }

  async download({
    params,
  }: Input<'GET /mailbox/attachments/:attachmentId'>): Promise<FileDownload> {
    await this.refuseElsewhere();
    const { document } = found(
      await this.db.system.mailAttachment.findFirst({
        where: { id: params.attachmentId },
        include: { document: true },
      }),
      'Ce fichier',
    );
    return { fileName: document.fileName, bytes: await this.store.read(document) };
  }

  private async refuseElsewhere(): Promise<void> {
    if (!(await this.demonstration.isOpen()))
      throw new DomainError('not_found', 'Cette adresse n’existe pas.');
  }
}
