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

/** Why no link is made: the address is another person's, or the centre has ended this access. */
export type LinkRefusal = 'shared_address' | 'access_ended';

/** Links for people of the centre: the login and the role are made when they are not there yet. */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly logins: Logins,
    private readonly links: AccessLinks,
    private readonly mails: MailWriter,
  ) {}

  /**
   * A fresh single-use link, in the caller's transaction: its path in the web app, and whose login it
   * opens. None when the
   * address already lets another person of the centre in under that role (it would open the other's
   * files), nor when the office has ended the access: only the office opens it again.
   */
  async create(
    tx: Tx,
    centreId: string,
    holder: LinkHolder,
    target: Pick<LinkRequest, 'role' | 'path'>,
  ): Promise<
    { readonly path: string; readonly userId: string } | { readonly refusal: LinkRefusal }
  > {
    const userId = await this.logins.findOrCreate(holder.email.toLowerCase());
    const { personId } = holder;
    const { role } = target;
    await tx.membership.createMany({
      data: [{ centreId, userId, personId, role }],
      skipDuplicates: true,
    });
    const membership = await tx.membership.findFirst({
      where: { centreId, userId, personId, role },
    });
    if (!membership) return { refusal: 'shared_address' };
    if (membership.endedAt) return { refusal: 'access_ended' };
    const token = await this.links.create({ tx }, { centreId, userId, personId, ...target });
    return { path: this.mails.linkPath(token), userId };
  }

  /** Whether the office has ended what the person comes in by: they are left alone. */
  async hasEnded(
    tx: Tx,
    centreId: string,
    personId: string,
    role: LinkRequest['role'],
  ): Promise<boolean> {
    const held = await tx.membership.findMany({ where: { centreId, personId, role } });
    return held.length > 0 && held.every(({ endedAt }) => endedAt !== null);
  }
}
