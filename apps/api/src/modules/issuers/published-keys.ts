import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import type { Config } from '../../config.ts';
import { Database } from '../../db/database.ts';
import { CONFIG } from '../../platform-tokens.ts';
import { issuerAddress } from './issuer-address.ts';
import { writeIssuerDocument } from './write-issuer-document.ts';

/** What the centres of this installation publish of their keys, for whoever verifies a signature here. */
@Injectable()
export class PublishedKeys {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The centre that bears this `did:web`, with its keys, also those that sign no more; `null` for one
   * that is not of this installation or has signed nothing. Found by its public name, then read under
   * its own rights.
   */
  async find(did: string) {
    const slug = did.split(':').at(-1) ?? '';
    const address = issuerAddress(this.config.publicUrl, slug);
    if (address.did !== did) return null;
    const centre = await this.db.system.centre.findUnique({
      where: { slug },
      select: { id: true },
    });
    if (!centre) return null;
    const keys = await this.db.run(systemActor(centre.id), ({ tx }) =>
      tx.issuerKey.findMany({ select: { id: true, publicKey: true } }),
    );
    if (keys.length === 0) return null;
    return { centreId: centre.id, document: writeIssuerDocument(address, keys) };
  }
}
