import { Injectable } from '@nestjs/common';
import { Database } from '../db/database.ts';
import { OnJob } from '../jobs/job.decorator.ts';
import type { JobContext } from '../jobs/jobs.ts';
import { LinkRequests } from './link-requests.ts';
import { Passwords } from './passwords.ts';

/**
 * « Envoyez-moi mon lien », « Mot de passe oublié » : at the door a request is only noted, so that an
 * address that is known is answered like any other, in the same time. The worker writes the mails.
 */
@Injectable()
export class AccessRequests {
  constructor(
    private readonly db: Database,
    private readonly links: LinkRequests,
    private readonly passwords: Passwords,
  ) {}

  async take(kind: 'link' | 'password', email: string): Promise<void> {
    await this.db.system.accessRequest.create({ data: { kind, email } });
  }

  /** One transaction: the mails are written and the request is gone, or neither. */
  @OnJob('access-request.answer')
  async answer({ id }: JobContext<'access-request.answer'>): Promise<void> {
    await this.db.runAtTheDoor(async (unit) => {
      const [request] = await unit.tx.accessRequest.findMany({ where: { id } });
      const { count } = await unit.tx.accessRequest.deleteMany({ where: { id } });
      if (!request || count === 0) return;
      if (request.kind === 'password') await this.passwords.mail(unit, request.email);
      else await this.links.mail(unit, request.email);
    });
  }
}
