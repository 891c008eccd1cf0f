import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.ts';
import type { Config } from '../config.ts';
import type { JobEntry, Tx } from '../db/database.ts';
import { CONFIG } from '../platform-tokens.ts';
import { PRIVACY_LINE, renderMail } from './render-mail.ts';
import { writeSignature } from './write-signature.ts';

export interface Recipient {
  readonly toEmail: string;
  readonly toName: string;
  readonly personId: string | null;
}

export interface MailContent {
  readonly subject: string;
  /** Paragraphs of plain text. */
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly path: string };
  /** Whose act it is, by their login; otherwise the centre's coordination signs. */
  readonly signedBy?: string;
  /** What it is for, `noun.kind`, shown on the timeline. */
  readonly purpose: string;
  /** The job that encloses documents, then sends it; without it, it leaves as it is. */
  readonly enclosedBy?: (mailId: string) => JobEntry;
}

/** Writes mails into the database, in the caller's transaction; a job sends them after the commit. */
@Injectable()
export class MailWriter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The path that opens an access link. */
  linkPath = (token: string): string => `/acces/${token}`;

  /** Writes one mail and the job that will send it. @returns the mail's id */
  async write(tx: Tx, centreId: string, to: Recipient, content: MailContent): Promise<string> {
    const id = uuidv7();
    const action = content.action && {
      label: content.action.label,
      url: new URL(content.action.path, this.config.publicUrl).toString(),
    };
    const signature = await writeSignature(tx, centreId, to.personId, content.signedBy);
    const { text, html } = renderMail({ name: to.toName, ...content, action, signature });
    await tx.mail.create({
      data: {
        centreId,
        id,
        toEmail: to.toEmail,
        toName: to.toName,
        personId: to.personId,
        subject: content.subject,
        text,
        html,
        purpose: content.purpose,
        createdAt: this.clock.now(),
      },
    });
    const job = content.enclosedBy?.(id) ?? { name: 'mail.send', payload: { mailId: id } };
    await tx.outboxJob.create({ data: { centreId, ...job } });
    return id;
  }

  writeRenewedLink(tx: Tx, centreId: string, to: Recipient & { token: string }): Promise<string> {
    return this.write(tx, centreId, to, {
      subject: 'Votre nouveau lien d’accès',
      paragraphs: [
        'Voici le lien que vous avez demandé : il remplace celui qui ne s’ouvrait plus et sert une fois.',
        PRIVACY_LINE,
      ],
      action: { label: 'Ouvrir ma page', path: this.linkPath(to.token) },
      purpose: 'access-link.renewed',
    });
  }
}
