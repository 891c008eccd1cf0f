import type { FileDownload, Input, Verification } from '@jalon/contract';
import { type CertificateContent, nameAchievement, tellValidity } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { systemActor, type Visit } from '../../auth/actor.ts';
import { LoginAttempts } from '../../auth/login-attempts.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';

type Statement = Prisma.CertificateStatementGetPayload<{
  include: { certificate: { include: { revocation: true } } };
}> & { readonly replacedBy: string | null };

/** What anyone who holds the paper may know, without a login: whether it still holds. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly db: Database,
    private readonly attempts: LoginAttempts,
  ) {}

  async read(
    { params }: Input<'GET /verifications/:verificationCode'>,
    visit: Visit,
  ): Promise<Verification> {
    const statement = await this.find(params.verificationCode, visit);
    return statement ? describe(statement) : { state: 'unknown' };
  }

  /** The signed document as it was issued, also once revoked: its status list says so. */
  async credential(
    { params }: Input<'GET /verifications/:verificationCode/credential'>,
    visit: Visit,
  ): Promise<FileDownload> {
    const statement = found(await this.find(params.verificationCode, visit), 'Ce document');
    return {
      fileName: `${statement.certificate.number}.json`,
      bytes: Buffer.from(statement.credential),
      isPublic: true,
    };
  }

  /** One row by its unguessable code, read under the rights of its centre; guessing is slowed down. */
  private async find(publicCode: string, { ipAddress }: Visit): Promise<Statement | null> {
    const subject = `verification:${publicCode}`;
    await this.attempts.count(subject, ipAddress);
    const place = await this.db.system.certificateStatement.findUnique({
      where: { publicCode },
      select: { centreId: true, id: true },
    });
    if (!place) return null;
    await this.attempts.forget(subject, ipAddress);
    return this.db.run(systemActor(place.centreId), async ({ tx }) => {
      const statement = await tx.certificateStatement.findFirstOrThrow({
        where: { id: place.id },
        include: { certificate: { include: { revocation: true } } },
      });
      const { supersededById } = statement.certificate;
      const successor =
        supersededById && (await tx.certificate.findFirst({ where: { id: supersededById } }));
      return { ...statement, replacedBy: successor ? successor.number : null };
    });
  }
}

function describe({ content: said, certificate, replacedBy }: Statement): Verification {
  const content = said as unknown as CertificateContent;
  const { kind, number, holder, certification, issuedOn, decidedOn } = content;
  const { revocation } = certificate;
  const revokedOn = revocation && parisDayOf(revocation.revokedAt);
  return {
    ...tellValidity({ content, revokedOn, replacedBy }),
    kind,
    number,
    holder: holder.name,
    achievement: nameAchievement(content),
    rncp: certification.rncp,
    level: certification.level,
    certifier: certification.certifier,
    issuer: content.centre,
    issuedOn,
    decidedOn,
  };
}
