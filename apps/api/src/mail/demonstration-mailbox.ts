import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { CONFIG } from '../platform-tokens.ts';

/** Whether mails are shown on the demonstration's page instead of being sent. */
@Injectable()
export class DemonstrationMailbox {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The page shows live links of every centre to anyone: a configuration that says so is not enough,
   * the database must hold the demonstration, as its seed has marked it.
   */
  async isOpen(): Promise<boolean> {
    if (!this.config.demonstration || this.config.smtpUrl) return false;
    return (await this.db.system.demonstration.count()) > 0;
  }
}
