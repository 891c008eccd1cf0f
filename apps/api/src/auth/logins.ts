import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../db/database.ts';

/** Logins are global: one address is one login, whatever centres its owner works with. */
@Injectable()
export class Logins {
  constructor(private readonly db: Database) {}

  /**
   * The login behind an address, made when there is none. It says nothing about where else the
   * address is known, and gives no access by itself: a membership does.
   *
   * @returns the user's id
   */
  async findOrCreate(email: string, name: string): Promise<string> {
    const user = await this.db.system.user.upsert({
      where: { email },
      create: { id: uuidv7(), email, name, emailVerified: false },
      update: {},
    });
    return user.id;
  }
}
