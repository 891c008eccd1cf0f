import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Sealer } from '../../auth/sealer.ts';
import { Clock } from '../../clock/clock.ts';
import type { Config } from '../../config.ts';
import type { Tx, UnitOfWork } from '../../db/database.ts';
import { DomainError } from '../../http/domain-error.ts';
import { CONFIG } from '../../platform-tokens.ts';
import { type IssuerAddress, issuerAddress } from './issuer-address.ts';
import { makeKey, type SigningKey } from './sign-credential.ts';

/** The centre as an issuer, with the key that signs today. */
export interface Issuer {
  readonly address: IssuerAddress;
  readonly keyId: string;
  readonly key: SigningKey;
  readonly keyMadeAt: Date;
}

/** The key with which a centre signs: made once, sealed at rest, published as long as the centre lasts. */
@Injectable()
export class IssuerKeys {
  constructor(
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async addressOf(tx: Tx): Promise<IssuerAddress> {
    const { slug } = await tx.centre.findFirstOrThrow({ select: { slug: true } });
    return issuerAddress(this.config.publicUrl, slug);
  }

  /** The issuer that signs; its key is made the first time. */
  async ensure(unit: UnitOfWork, actor: Actor): Promise<Issuer> {
    await lockKeys(unit.tx, actor.centreId);
    return (await this.find(unit.tx)) ?? (await this.make(unit, actor));
  }

  /** The issuer that signs; `null` while the centre has signed nothing. */
  async find(tx: Tx): Promise<Issuer | null> {
    const row = await tx.issuerKey.findFirst({ where: { retiredAt: null } });
    if (!row?.sealedPrivateKey) return null;
    const { id, publicKey, createdAt } = row;
    return this.issuerOf(tx, { id, createdAt, publicKey, privateKey: this.open(row) });
  }

  /** Another key signs from now on. The public half of the former one stays published. */
  async rotate(unit: UnitOfWork, actor: Actor): Promise<void> {
    const { tx, audit } = unit;
    await lockKeys(tx, actor.centreId);
    const former = await tx.issuerKey.findFirst({ where: { retiredAt: null } });
    if (former) {
      await tx.issuerKey.updateMany({
        where: { id: former.id },
        data: { retiredAt: this.clock.now(), sealedPrivateKey: null },
      });
      audit({ action: 'issuer-key.retired', subjectId: former.id });
    }
    await this.make(unit, actor);
  }

  private async make({ tx, audit }: UnitOfWork, actor: Actor): Promise<Issuer> {
    const { publicKey, privateKey } = await makeKey();
    const id = uuidv7();
    const createdAt = this.clock.now();
    await tx.issuerKey.create({
      data: {
        centreId: actor.centreId,
        id,
        publicKey,
        sealedPrivateKey: this.sealer.seal(privateKey, sealOf(actor.centreId, id)),
        createdByUserId: actor.userId,
        createdAt,
      },
    });
    audit({ action: 'issuer-key.created', subjectId: id, data: { publicKey } });
    return this.issuerOf(tx, { id, createdAt, publicKey, privateKey });
  }

  private async issuerOf(
    tx: Tx,
    row: { id: string; createdAt: Date; publicKey: string; privateKey: string },
  ): Promise<Issuer> {
    const { id, createdAt, publicKey, privateKey } = row;
    const address = await this.addressOf(tx);
    const key = { publicKey, privateKey, address: address.keyOf(id), controller: address.did };
    return { address, keyId: id, key, keyMadeAt: createdAt };
  }

  /** @throws rule_refused when the installation's secret is no longer the one that sealed it */
  private open(row: { centreId: string; id: string; sealedPrivateKey: string | null }): string {
    try {
      return this.sealer.open(row.sealedPrivateKey ?? '', sealOf(row.centreId, row.id));
    } catch {
      throw new DomainError(
        'rule_refused',
        'La clé de signature du centre ne peut plus être lue : le secret de l’installation a changé. Changez de clé dans « Centre », puis recommencez.',
      );
    }
  }
}

const sealOf = (centreId: string, keyId: string): string => `issuer-key/${centreId}/${keyId}`;

/** One key at a time a centre, also when two people issue its first certificates at once. */
async function lockKeys(tx: Tx, centreId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`issuer-key:${centreId}`}, 0))`;
}
