import { randomInt } from 'node:crypto';
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../db/database.ts';
import { notFound } from '../../http/domain-error.ts';
import { IssuerKeys } from './issuer-keys.ts';
import { signCredential, toSecond } from './sign-credential.ts';
import type { StatusPlace } from './write-credential.ts';

/** The smallest list that W3C Bitstring Status List allows: nobody stands out of so many. */
const LENGTH = 131_072;
/** A list half full is left, so that a free place is found in two draws. */
const FILLED = LENGTH / 2;

/**
 * Which of the centre's documents are revoked, as whoever verifies reads it: a signed list of bits in
 * which a document is a number and nobody has a name.
 */
@Injectable()
export class StatusLists {
  constructor(private readonly keys: IssuerKeys) {}

  /** A place that no document has, drawn at random so that neighbours say nothing of each other. */
  async findPlace(tx: Tx): Promise<StatusPlace> {
    const list = Math.floor((await tx.certificateStatement.count()) / FILLED);
    for (;;) {
      const index = randomInt(LENGTH);
      const taken = await tx.certificateStatement.count({
        where: { statusList: list, statusIndex: index },
      });
      if (taken === 0) return { list, index };
    }
  }

  /** The list as it stands, signed. The same until somebody revokes or the key changes. */
  async write(tx: Tx, list: number): Promise<object> {
    const issuer = await this.keys.find(tx);
    const first = await tx.certificateStatement.findFirst({
      where: { statusList: list },
      orderBy: { createdAt: 'asc' },
    });
    if (!issuer || !first) throw notFound('Cette liste');
    const revocations = await tx.certificateRevocation.findMany({
      where: { certificate: { statement: { statusList: list } } },
      select: { revokedAt: true, certificate: { select: { statement: true } } },
    });
    const bits = await createList({ length: LENGTH });
    for (const { certificate } of revocations)
      if (certificate.statement) bits.setStatus(certificate.statement.statusIndex, true);
    const at = latest([
      first.createdAt,
      issuer.keyMadeAt,
      ...revocations.map(({ revokedAt }) => revokedAt),
    ]);
    const credential = await createCredential({
      id: issuer.address.statusList(list),
      list: bits,
      statusPurpose: 'revocation',
    });
    const said = { ...credential, issuer: issuer.address.did, validFrom: toSecond(at) };
    return signCredential(said, issuer.key, at);
  }
}

const latest = (days: readonly Date[]): Date =>
  new Date(Math.max(...days.map((day) => day.getTime())));
