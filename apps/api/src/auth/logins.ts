import type { Role } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../db/database.ts';

/**
 * Logins are global: one address is one login, whatever centres its owner works with. Each centre has
 * its own name for its owner, so that a login keeps none.
 */
@Injectable()
export class Logins {
  constructor(private readonly db: Database) {}

  /**
   * The login behind an address, made when there is none. It says nothing about where else the
   * address is known, and gives no access by itself: a membership does.
   *
   * @returns the user's id
   */
  async findOrCreate(email: string): Promise<string> {
    const ids = await this.findOrCreateAll([email]);
    const id = ids.get(email);
    if (!id) throw new Error('No login was made for an address');
    return id;
  }

  /**
   * `findOrCreate` for many addresses, in two statements. Addresses are in lower case.
   *
   * @returns the users' ids by address
   */
  async findOrCreateAll(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const emails = [...new Set(addresses)];
    await this.db.systemRead({
      name: 'create-logins',
      text: `insert into "user" (id, name, email, email_verified, updated_at)
             select id, email, email, false, now()
               from unnest($1::text[], $2::text[]) as login(id, email)
             on conflict (email) do nothing`,
      values: [emails.map(() => uuidv7()), emails],
    });
    const rows = await this.db.systemRead<{ id: string; email: string }>({
      name: 'find-logins',
      text: 'select id, email from "user" where email = any($1::text[])',
      values: [emails],
    });
    return new Map(rows.map(({ id, email }) => [email, id]));
  }

  /** Puts the holder of a role that has ended out of this centre, on every device. */
  async end(userId: string, centreId: string, role: Role): Promise<void> {
    await this.db.system.loginSession.deleteMany({
      where: {
        userId,
        AND: [
          { OR: [{ activeCentreId: centreId }, { activeCentreId: null }] },
          { OR: [{ limitedRole: role }, { limitedRole: null }] },
        ],
      },
    });
  }
}
