import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '../clock/clock.ts';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { OnJob } from '../jobs/job.decorator.ts';
import type { JobContext } from '../jobs/jobs.ts';
import { CONFIG } from '../platform-tokens.ts';

/** Sends a written mail once, by SMTP when it is configured; otherwise the mailbox page shows it. */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = config.smtpUrl ? createTransport({ url: config.smtpUrl, pool: true }) : null;
  }

  @OnJob('mail.send')
  async send({ centreId, payload }: JobContext<'mail.send'>): Promise<void> {
    const where = { centreId_id: { centreId, id: payload.mailId } };
    const mail = await this.db.system.mail.findUniqueOrThrow({ where });
    if (mail.sentAt) return;
    await this.transport?.sendMail({
      // The same id on every try lets a mail server drop the double of an interrupted one.
      messageId: `<${mail.id}@jalon>`,
      from: this.config.mailFrom,
      to: { name: mail.toName, address: mail.toEmail },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
    });
    await this.db.system.mail.update({ where, data: { sentAt: this.clock.now() } });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
