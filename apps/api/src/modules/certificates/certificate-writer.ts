import { randomBytes } from 'node:crypto';
import {
  type CertificateContent,
  type CertificateKind,
  certificateNumberPrefix,
  nextCertificateNumber,
  type PlainDate,
  type Reason,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { Prisma, Tx, UnitOfWork } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { IssuerKeys } from '../issuers/issuer-keys.ts';
import { signCredential } from '../issuers/sign-credential.ts';
import { StatusLists } from '../issuers/status-lists.ts';
import { writeCredential } from '../issuers/write-credential.ts';
import { composeContent } from './certificate-content.ts';
import { type CertificateRow, type IssuedRow, issuedParts } from './describe-standing.ts';

/** What is to be issued, once the rules have let it. */
export interface ToIssue {
  readonly facts: EnrolmentFacts;
  readonly kind: CertificateKind;
  readonly blockCode: string | null;
  readonly decidedOn: PlainDate;
  readonly reasons: readonly Reason[];
}

/** Writes certificates and attestations: numbered, frozen, signed, in one transaction. */
@Injectable()
export class CertificateWriter {
  constructor(
    private readonly clock: Clock,
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
  ) {}

  /**
   * The document as it will stand for ever; it takes the place of the one that was there, if any.
   * The caller has locked the centre's numbering.
   * @param check sees what the document says before anything is written
   */
  async write(
    unit: UnitOfWork,
    actor: Actor,
    { facts, kind, blockCode, decidedOn, reasons }: ToIssue,
    check: (content: CertificateContent) => void = () => {},
  ): Promise<IssuedRow> {
    const { tx, audit } = unit;
    const today = this.clock.today();
    const data = {
      centreId: actor.centreId,
      enrolmentId: facts.enrolmentId,
      kind,
      blockCode,
      number: await nextNumber(tx, kind, today),
      issuedOn: fromDay(today),
      decidedOn: fromDay(decidedOn),
      issuedByUserId: actor.userId,
    };
    const said = reasons as unknown as Prisma.InputJsonArray & Prisma.JsonValue;
    const content = await composeContent(tx, { ...data, reasons: said }, facts);
    check(content);
    const row = await tx.certificate.create({ data: { ...data, reasons: said } });
    await tx.certificate.updateMany({
      where: {
        enrolmentId: row.enrolmentId,
        kind,
        blockCode,
        supersededById: null,
        id: { not: row.id },
      },
      data: { supersededById: row.id },
    });
    await this.state(unit, actor, row, content);
    audit({
      action: 'certificate.issued',
      subjectId: row.enrolmentId,
      data: { certificateId: row.id, number: row.number, kind },
    });
    return tx.certificate.findFirstOrThrow({ where: { id: row.id }, include: issuedParts });
  }

  /** What the document says, signed: made now for one that was issued before documents were signed. */
  async ensureStatement(unit: UnitOfWork, actor: Actor, certificateId: string) {
    const { tx } = unit;
    const find = () => tx.certificateStatement.findFirst({ where: { certificateId } });
    const known = await find();
    if (known) return known;
    await lockNumbering(tx, actor.centreId);
    const meanwhile = await find();
    if (meanwhile) return meanwhile;
    const row = await tx.certificate.findFirstOrThrow({ where: { id: certificateId } });
    const facts = await loadBlockFacts(queryIn(tx), [row.enrolmentId]);
    const one = found(facts.get(row.enrolmentId), 'Cet apprenant');
    return this.state(unit, actor, row, await composeContent(tx, row, one));
  }

  private async state(
    unit: UnitOfWork,
    actor: Actor,
    row: CertificateRow,
    content: CertificateContent,
  ) {
    const { address, keyId, key } = await this.keys.ensure(unit, actor);
    const status = await this.lists.findPlace(unit.tx);
    const publicCode = randomBytes(16).toString('base64url');
    const issuedAt = this.clock.now();
    const written = writeCredential({ content, issuer: address, publicCode, status, issuedAt });
    const signed = await signCredential(written, key, issuedAt);
    return unit.tx.certificateStatement.create({
      data: {
        centreId: actor.centreId,
        certificateId: row.id,
        content: content as unknown as Prisma.InputJsonObject,
        publicCode,
        credential: JSON.stringify(signed, null, 2),
        issuerKeyId: keyId,
        statusList: status.list,
        statusIndex: status.index,
        createdAt: issuedAt,
      },
    });
  }
}

/** One certificate at a time a centre: its number is the next one, and nobody takes it twice. */
export async function lockNumbering(tx: Tx, centreId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`certificate:${centreId}`}, 0))`;
}

/** The centre's next number of that year. */
async function nextNumber(tx: Tx, kind: CertificateKind, today: PlainDate): Promise<string> {
  const prefix = certificateNumberPrefix(kind, today);
  const issued = await tx.certificate.count({ where: { number: { startsWith: prefix } } });
  return nextCertificateNumber(prefix, issued);
}
