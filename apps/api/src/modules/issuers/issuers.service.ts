import type { FileDownload, Input, Output } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import { type Actor, systemActor, type Visit } from '../../auth/actor.ts';
import { LoginAttempts } from '../../auth/login-attempts.ts';
import { Database, type Tx } from '../../db/database.ts';
import { found, notFound } from '../../http/domain-error.ts';
import { IssuerKeys } from './issuer-keys.ts';
import { StatusLists } from './status-lists.ts';
import { writeIssuerDocument } from './write-issuer-document.ts';

type Own = Output<'GET /issuer'>;

/** What a centre publishes so that anyone can verify what it has signed, and how it changes keys. */
@Injectable()
export class IssuersService {
  constructor(
    private readonly db: Database,
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
    private readonly attempts: LoginAttempts,
  ) {}

  read(actor: Actor): Promise<Own> {
    return this.db.run(actor, ({ tx }) => this.describe(tx));
  }

  rotate(actor: Actor): Promise<Own> {
    return this.db.run(actor, async (unit) => {
      await this.keys.rotate(unit, actor);
      return this.describe(unit.tx);
    });
  }

  /** The keys of a centre (W3C Controlled Identifiers), also those that sign no more. */
  document({ params }: Input<'GET /issuers/:slug/did.json'>, visit: Visit): Promise<FileDownload> {
    return this.publish(params.slug, visit, async (tx) => {
      const rows = await listKeys(tx);
      if (rows.length === 0) throw notFound('Cet émetteur');
      return writeIssuerDocument(await this.keys.addressOf(tx), rows);
    });
  }

  statusList(
    { params }: Input<'GET /issuers/:slug/status-lists/:list'>,
    visit: Visit,
  ): Promise<FileDownload> {
    return this.publish(params.slug, visit, (tx) => this.lists.write(tx, params.list));
  }

  /** Nobody logs in here: the centre is found by its public name, then read under its own rights. */
  private async publish(
    slug: string,
    { ipAddress }: Visit,
    write: (tx: Tx) => Promise<object>,
  ): Promise<FileDownload> {
    const subject = `issuer:${slug}`;
    await this.attempts.count(subject, ipAddress);
    const centre = found(
      await this.db.system.centre.findUnique({ where: { slug }, select: { id: true } }),
      'Cet émetteur',
    );
    const published = await this.db.run(systemActor(centre.id), ({ tx }) => write(tx));
    await this.attempts.forget(subject, ipAddress);
    const bytes = Buffer.from(JSON.stringify(published, null, 2));
    return { fileName: `${slug}.json`, bytes, isPublic: true };
  }

  private async describe(tx: Tx): Promise<Own> {
    const { did, document } = await this.keys.addressOf(tx);
    const rows = await listKeys(tx);
    const signed = await tx.certificateStatement.count();
    return {
      did,
      address: document,
      signed,
      keys: rows.map(({ id, publicKey, createdAt, retiredAt }) => ({
        id,
        publicKey,
        createdAt: createdAt.toISOString(),
        retiredAt: retiredAt?.toISOString() ?? null,
      })),
    };
  }
}

const listKeys = (tx: Tx) =>
  tx.issuerKey.findMany({
    omit: { sealedPrivateKey: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
