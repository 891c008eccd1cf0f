import type { Input, Output } from '@jalon/contract';
import {
  type CertificateContent,
  checkCertificateCorrection,
  checkRevocation,
  type Reason,
  reopenEnrolment,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type Prisma, type Tx, type UnitOfWork } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';
import { IssuerKeys } from '../issuers/issuer-keys.ts';
import { CertificateWriter, lockNumbering } from './certificate-writer.ts';
import { describeCertificate } from './describe-standing.ts';

const parts = { statement: true, revocation: true, enrolment: true } as const;
type Row = Prisma.CertificateGetPayload<{ include: typeof parts }>;

/** Documents that hold no more: revoked, or replaced by one that says the right thing. */
@Injectable()
export class CertificateRevocations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly writer: CertificateWriter,
    private readonly keys: IssuerKeys,
  ) {}

  /** A certificate that nothing replaces no longer ends the course: it can be issued anew. */
  revoke(
    actor: Actor,
    { params, body }: Input<'POST /certificates/:certificateId/revocation'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async (unit) => {
      const row = await this.findRevocable(unit, actor, params.certificateId, body.motive);
      await this.write(unit, actor, row, body.motive, null);
      if (row.kind !== 'block_attestation') await reopen(unit, row.enrolment);
      return { done: true };
    });
  }

  replace(
    actor: Actor,
    { params, body }: Input<'POST /certificates/:certificateId/replacement'>,
  ): Promise<Output<'POST /certificates/:certificateId/replacement'>> {
    return this.db.run(actor, async (unit) => {
      const { tx } = unit;
      const row = await this.findRevocable(unit, actor, params.certificateId, body.motive);
      const { enrolmentId, kind, blockCode, statement } = row;
      const facts = await loadBlockFacts(queryIn(tx), [enrolmentId]);
      const before = statement?.content as unknown as CertificateContent | undefined;
      const successor = await this.writer.write(
        unit,
        actor,
        {
          facts: found(facts.get(enrolmentId), 'Cet apprenant'),
          kind,
          blockCode,
          decidedOn: toDay(row.decidedOn),
          reasons: row.reasons as unknown as Reason[],
        },
        (after) => before && refuseRule(checkCertificateCorrection(before, after)),
      );
      await this.write(unit, actor, row, body.motive, successor.number);
      return describeCertificate(successor, await this.keys.addressOf(tx));
    });
  }

  /** The document, locked against another revocation or number. */
  private async findRevocable(
    { tx }: UnitOfWork,
    actor: Actor,
    id: string,
    motive: string,
  ): Promise<Row> {
    await lockNumbering(tx, actor.centreId);
    const row = found(
      await tx.certificate.findFirst({ where: { id }, include: parts }),
      'Ce document',
    );
    const findings = checkRevocation({
      motive,
      revokedOn: row.revocation && parisDayOf(row.revocation.revokedAt),
      replacedBy: await numberOf(tx, row.supersededById),
    });
    refuseRule(findings);
    return row;
  }

  private async write(
    { tx, audit }: UnitOfWork,
    actor: Actor,
    row: Row,
    motive: string,
    replacedBy: string | null,
  ): Promise<void> {
    await tx.certificateRevocation.create({
      data: {
        centreId: actor.centreId,
        certificateId: row.id,
        motive,
        revokedByUserId: actor.userId,
        revokedAt: this.clock.now(),
      },
    });
    audit({
      action: 'certificate.revoked',
      subjectId: row.enrolmentId,
      data: { certificateId: row.id, number: row.number, replacedBy },
    });
  }
}

/** The number of a document; `null` without one. */
async function numberOf(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null;
  return (await tx.certificate.findFirstOrThrow({ where: { id } })).number;
}

async function reopen({ tx, audit }: UnitOfWork, enrolment: Row['enrolment']): Promise<void> {
  const { id, state, withdrawMotive } = enrolment;
  const reopened = reopenEnrolment({ state, hasAbandoned: withdrawMotive !== null });
  if (reopened === null) return;
  await tx.enrolment.updateMany({
    where: { id },
    data: { state: reopened, revision: { increment: 1 } },
  });
  audit({ action: 'enrolment.reopened', subjectId: id, data: { state: reopened } });
}
