import type { Input, Output } from '@jalon/contract';
import {
  certificateNumberPrefix,
  checkCpamCopy,
  endEnrolment,
  lastDecisionDay,
  missingSentence,
  nextCertificateNumber,
  type PlainDate,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { RequestEnds } from '../appraisals/request-ends.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { scope } from './certificate-scope.ts';
import {
  type CertificateRow,
  checkIssuing,
  describeCertificate,
  describeStanding,
  kindOf,
  type Standing,
} from './describe-standing.ts';

/** Certificates and attestations: ready or not and why, issued once. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly requestEnds: RequestEnds,
  ) {}

  list(actor: Actor, { query }: Input<'GET /certificates'>): Promise<Output<'GET /certificates'>> {
    return this.db.run(actor, async ({ tx }) => {
      const enrolments = await tx.enrolment.findMany({
        where: {
          state: { not: 'withdrawn' },
          ...(query.cohortId ? { cohortId: query.cohortId } : {}),
        },
        select: { id: true },
      });
      return this.describeAll(
        tx,
        enrolments.map(({ id }) => id),
      );
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/certificate'>,
  ): Promise<Standing> {
    return this.db.run(actor, async ({ tx }) => {
      await findVisible(tx, actor, params.enrolmentId, this.clock.today());
      const [standing] = await this.describeAll(tx, [params.enrolmentId]);
      return found(standing, 'Cet apprenant');
    });
  }

  /**
   * Issues once: whoever asks again gets the certificate that stands. The enrolment ends with it.
   */
  issue(actor: Actor, { params }: Input<'POST /enrolments/:enrolmentId/certificate'>) {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const { enrolmentId } = params;
      await findVisible(tx, actor, enrolmentId, this.clock.today());
      await lockNumbering(tx, actor.centreId);
      const facts = await loadBlockFacts(queryIn(tx), [enrolmentId]);
      const one = found(facts.get(enrolmentId), 'Cet apprenant');
      const standing = await findCertificate(tx, one);
      if (standing) return describeCertificate(standing);
      const today = this.clock.today();
      const { outcome, reasons } = checkIssuing(one, today);
      if (outcome === 'not_ready') throw new DomainError('rule_refused', missingSentence(reasons));
      const row = await tx.certificate.create({
        data: {
          centreId: actor.centreId,
          enrolmentId,
          kind: kindOf(one),
          number: await nextNumber(tx, one, today),
          issuedOn: fromDay(today),
          decidedOn: fromDay(lastDecisionDay(one.verdicts) ?? today),
          reasons: reasons as unknown as Prisma.InputJsonArray,
          issuedByUserId: actor.userId,
        },
      });
      audit({
        action: 'certificate.issued',
        subjectId: enrolmentId,
        data: { certificateId: row.id, number: row.number, kind: row.kind },
      });
      await completeEnrolment(unit, enrolmentId);
      await this.requestEnds.end(unit, actor, { enrolmentId }, 'enrolment_completed');
      return describeCertificate(row);
    });
  }

  noteCpamCopy(
    actor: Actor,
    { params, body }: Input<'PUT /certificates/:certificateId/cpam-copy'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const { certificateId } = params;
      const certificate = found(
        await tx.certificate.findFirst({ where: { id: certificateId } }),
        'Ce certificat',
      );
      const { sentOn } = body;
      const issuedOn = toDay(certificate.issuedOn);
      raiseFindings(checkCpamCopy(sentOn, { issuedOn, today: this.clock.today() }));
      await tx.certificate.updateMany({
        where: { id: certificateId },
        data: { cpamCopySentOn: fromDay(sentOn) },
      });
      audit({ action: 'certificate.copied-to-cpam', subjectId: certificateId, data: { sentOn } });
      return { done: true };
    });
  }

  private async describeAll(tx: Tx, ids: readonly string[]): Promise<Standing[]> {
    const now = this.clock.parisMoment();
    const facts = await loadBlockFacts(queryIn(tx), ids, now);
    const issued = await tx.certificate.findMany({
      where: { enrolmentId: { in: [...ids] }, supersededById: null },
    });
    return [...facts.values()].map((one) =>
      describeStanding(
        one,
        issued.find(({ enrolmentId }) => enrolmentId === one.enrolmentId),
        now.day,
      ),
    );
  }
}

async function findVisible(
  tx: Tx,
  actor: Actor,
  enrolmentId: string,
  today: PlainDate,
): Promise<void> {
  found(
    await tx.enrolment.findFirst({
      where: { AND: [{ id: enrolmentId }, scope(actor, today)] },
      select: { id: true },
    }),
    'Cet apprenant',
  );
}

async function completeEnrolment({ tx, audit }: UnitOfWork, id: string): Promise<void> {
  const { state } = found(await tx.enrolment.findFirst({ where: { id } }), 'Cet apprenant');
  const ended = endEnrolment(state);
  if (ended === null) return;
  await tx.enrolment.updateMany({
    where: { id },
    data: { state: ended, revision: { increment: 1 } },
  });
  audit({ action: 'enrolment.completed', subjectId: id });
}

const findCertificate = (tx: Tx, { enrolmentId }: EnrolmentFacts): Promise<CertificateRow | null> =>
  tx.certificate.findFirst({ where: { enrolmentId, supersededById: null } });

/** One certificate at a time a centre: its number is the next one, and nobody takes it twice. */
async function lockNumbering(tx: Tx, centreId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`certificate:${centreId}`}, 0))`;
}

/** The centre's next number of that year. */
async function nextNumber(tx: Tx, { framework }: EnrolmentFacts, today: PlainDate) {
  const prefix = certificateNumberPrefix(framework.outcome, today);
  const issued = await tx.certificate.count({ where: { number: { startsWith: prefix } } });
  return nextCertificateNumber(prefix, issued);
}
