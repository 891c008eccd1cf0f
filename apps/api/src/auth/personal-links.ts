import { Injectable } from '@nestjs/common';
import type { Tx } from '../db/database.ts';
import { MailWriter } from '../mail/mail-writer.ts';
import { AccessLinks, type LinkRequest } from './access-links.ts';
import { Logins } from './logins.ts';

/** Someone of a centre who comes in by a link. */
export interface LinkHolder {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Links for people of the centre: the login and the role are made when they are not there yet. */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly logins: Logins,
    private readonly links: AccessLinks,
    private readonly mails: MailWriter,
  ) {}

  /**
   * A fresh single-use link, in the caller's transaction. @returns its path in the web app, or `null`
   * when the address already lets another person of the centre in under that role: a link would
   * open the other's files.
   */
  async create(
    tx: Tx,
    centreId: string,
    holder: LinkHolder,
    target: Pick<LinkRequest, 'role' | 'path'>,
  ): Promise<string | null> {
    const userId = await this.logins.findOrCreate(holder.email.toLowerCase(), holder.name);
    const { personId } = holder;
    const { role } = target;
    await tx.membership.createMany({
      data: [{ centreId, userId, personId, role }],
      skipDuplicates: true,
    });
    const { count } = await tx.membership.updateMany({
      where: { centreId, userId, personId, role },
      data: { endedAt: null },
    });
    if (count === 0) return null;
    const token = await this.links.create({ tx }, { centreId, userId, personId, ...target });
    return this.mails.linkPath(token);
  }
}
