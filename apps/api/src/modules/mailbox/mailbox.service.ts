import type { Input, Output } from '@jalon/contract';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config.ts';
import { Database } from '../../db/database.ts';
import { DomainError } from '../../http/domain-error.ts';
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ query }: Input<'GET /mailbox'>): Promise<Output<'GET /mailbox'>> {
    if (!(await this.demonstration.isOpen()))
      throw new DomainError('not_found', 'Cette adresse n’existe pas.');
    const contains = { contains: query.search ?? '', mode: 'insensitive' } as const;
    const where = query.search
      ? { OR: [{ toEmail: contains }, { toName: contains }, { subject: contains }] }
      : {};
    const [mails, total] = await Promise.all([
      this.db.system.mail.findMany({
        where,
        include: { centre: { select: { name: true } } },
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
        at: mail.createdAt.toISOString(),
      })),
      total,
      pageSize: PAGE_SIZE,
    };
  }
}
