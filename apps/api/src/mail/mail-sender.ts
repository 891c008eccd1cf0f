import { setTimeout as pause } from 'node:timers/promises';
import { isMailToGiveUp } from '@jalon/domain';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '../clock/clock.ts';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { DocumentStore } from '../documents/document-store.ts';
import { OnJob } from '../jobs/job.decorator.ts';
import type { JobContext } from '../jobs/jobs.ts';
import { CONFIG } from '../platform-tokens.ts';
import { DemonstrationMailbox } from './demonstration-mailbox.ts';
import { withoutSecrets } from './without-secrets.ts';

/** A worker that has not finished after this long was killed: another one takes the mail over. */
const CLAIM_MS = 30_000;
/** Below the claim, so that a worker that still waits for an answer has given up before it ends. */
const PATIENCE_MS = 15_000;
const MARK_TRIES = 120;
const LONGEST_FAILURE = 300;

type Claimed = NonNullable<Awaited<ReturnType<Database['system']['mail']['findUnique']>>>;

/**
 * Sends a written mail by SMTP when it is configured; otherwise the mailbox page shows it.
 *
 * A mail that is refused is tried again for two days, then given up and shown as such.
 *
 * A mail is claimed before it is sent, so that two workers never send the same one. At least once: a
 * worker killed between the mail server's acceptance and the mark sends it again, under the same
 * Message-ID, by which mail servers recognise a double. The other choice would lose login links.
 */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly demonstration: DemonstrationMailbox,
    private readonly store: DocumentStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = config.smtpUrl
      ? createTransport({
          url: config.smtpUrl,
          pool: true,
          connectionTimeout: PATIENCE_MS,
          greetingTimeout: PATIENCE_MS,
          socketTimeout: PATIENCE_MS,
        })
      : null;
  }

  @OnJob('mail.send')
  async send({ centreId, payload }: JobContext<'mail.send'>): Promise<void> {
    const mail = await this.claim(centreId, payload.mailId);
    if (!mail) return;
    try {
      await this.deliver(mail);
    } catch (error) {
      if (await this.giveUp(mail, describeFailure(error))) return;
      throw error;
    }
    await this.markSent(mail);
  }

  /** The mail, for this worker alone; `null` once it is sent. @throws Error while another sends it */
  private async claim(centreId: string, id: string): Promise<Claimed | null> {
    const now = this.clock.now();
    const forgotten = new Date(now.getTime() - CLAIM_MS);
    const { count } = await this.db.system.mail.updateMany({
      where: {
        centreId,
        id,
        sentAt: null,
        OR: [{ claimedAt: null }, { claimedAt: { lt: forgotten } }],
      },
      data: { claimedAt: now },
    });
    const mail = await this.db.system.mail.findUniqueOrThrow({
      where: { centreId_id: { centreId, id } },
    });
    if (count === 1) return mail;
    if (mail.sentAt) return null;
    throw new Error('Another worker is sending this mail');
  }

  private async deliver(mail: Claimed): Promise<void> {
    if (!this.transport && !(await this.demonstration.isOpen()))
      throw new Error('Aucun serveur d’envoi n’est configuré (SMTP_URL)');
    await this.transport?.sendMail({
      messageId: `<${mail.id}@jalon>`,
      from: this.config.mailFrom,
      to: { name: mail.toName, address: mail.toEmail },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: await this.readAttachments(mail),
    });
  }

  private async readAttachments({ centreId, id }: Claimed) {
    const attached = await this.db.system.mailAttachment.findMany({
      where: { centreId, mailId: id },
      include: { document: true },
      orderBy: { id: 'asc' },
    });
    return Promise.all(
      attached.map(async ({ document }) => ({
        filename: document.fileName,
        contentType: document.mediaType,
        content: Buffer.from(await this.store.read(document)),
      })),
    );
  }

  /** Keeps the refusal. @returns whether it has been tried for long enough */
  private async giveUp(mail: Claimed, failure: string): Promise<boolean> {
    const now = this.clock.now();
    const failingSince = mail.failingSince ?? now;
    const givenUpAt = isMailToGiveUp(failingSince.getTime(), now.getTime()) ? now : null;
    await this.save(mail, { claimedAt: null, failure, failingSince, givenUpAt });
    return givenUpAt !== null;
  }

  /** The mail has left: while the database is away, this process is the only one that knows it. */
  private async markSent(mail: Claimed): Promise<void> {
    const data = {
      sentAt: this.clock.now(),
      failure: null,
      failingSince: null,
      givenUpAt: null,
      ...(this.transport ? withoutSecrets(mail) : {}),
    };
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.save(mail, data);
      } catch (error) {
        if (tries === MARK_TRIES) throw error;
        await pause(500);
      }
    }
  }

  private async save(
    { centreId, id }: Claimed,
    data: Parameters<Database['system']['mail']['update']>[0]['data'],
  ): Promise<void> {
    await this.db.system.mail.update({ where: { centreId_id: { centreId, id } }, data });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

/** The mail server's answer, short; it may quote the address, which the row holds anyway. */
const describeFailure = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_FAILURE);
