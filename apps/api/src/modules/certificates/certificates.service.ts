import { type Input, isAllowed, type Output } from '@jalon/contract';
import {
  checkBlockAttestation,
  checkBlocksHeld,
  checkCpamCopy,
  endEnrolment,
  lastDecisionDay,
  missingSentence,
  type PlainDate,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, fromDayOrNull, toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { RequestEnds } from '../appraisals/request-ends.ts';
import { holdPerson } from '../assessments/credentials.service.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { endsCourse, isStanding } from '../facts/standing-certificate.ts';
import { IssuerKeys } from '../issuers/issuer-keys.ts';
import { scope } from './certificate-scope.ts';
import { CertificateWriter, lockNumbering } from './certificate-writer.ts';
import {
  checkIssuing,
  describeCertificate,
  describeStanding,
  type HeldBlock,
  isConcerned,
  issuedParts,
  kindOf,
  listHeldBlocks,
  listJuryIds,
  type Standing,
} from './describe-standing.ts';
import { readMinutesSigning } from './minutes-signing.queries.ts';

/** Certificates and attestations: ready or not and why, issued once. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly requestEnds: RequestEnds,
    private readonly writer: CertificateWriter,
    private readonly keys: IssuerKeys,
  ) {}

  list(actor: Actor, { query }: Input<'GET /certificates'>): Promise<Output<'GET /certificates'>> {
    return this.db.run(actor, async ({ tx }) => {
      const enrolments = await tx.enrolment.findMany({
        where: query.cohortId ? { cohortId: query.cohortId } : {},
        select: { id: true },
      });
      const standings = await this.describeAll(
        tx,
        enrolments.map(({ id }) => id),
      );
      return standings.filter(isConcerned);
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/certificate'>,
  ): Promise<Standing> {
    return this.db.run(actor, async ({ tx }) => {
      await findVisible(tx, actor, params.enrolmentId, this.clock.today());
      const [standing] = await this.describeAll(tx, [params.enrolmentId]);
      const whole = found(standing, 'Cet apprenant');
      // Why a document was revoked and who has not signed are the office's to tell.
      return isAllowed(actor.roles, 'certificate:read')
        ? whole
        : { ...whole, revoked: [], unsignedMinutes: null };
    });
  }

  /**
   * Issues once: whoever asks again gets the certificate that stands. The enrolment ends with it.
   */
  issue(actor: Actor, { params }: Input<'POST /enrolments/:enrolmentId/certificate'>) {
    return this.db.run(actor, async (unit) => {
      const { tx } = unit;
      const { enrolmentId } = params;
      await findVisible(tx, actor, enrolmentId, this.clock.today());
      // Nothing that the certificate rests on is corrected or taken back meanwhile.
      const { personId } = await tx.enrolment.findFirstOrThrow({ where: { id: enrolmentId } });
      await holdPerson(tx, personId);
      await lockNumbering(tx, actor.centreId);
      const facts = await loadBlockFacts(queryIn(tx), [enrolmentId]);
      const one = found(facts.get(enrolmentId), 'Cet apprenant');
      const address = await this.keys.addressOf(tx);
      const kind = kindOf(one);
      const standing = await tx.certificate.findFirst({
        where: { enrolmentId, kind, ...isStanding },
        include: issuedParts,
      });
      if (standing) return describeCertificate(standing, address);
      const today = this.clock.today();
      const { outcome, reasons } = checkIssuing(one, today);
      if (outcome === 'not_ready') throw new DomainError('rule_refused', missingSentence(reasons));
      const row = await this.writer.write(unit, actor, {
        facts: one,
        kind,
        blockCode: null,
        decidedOn: lastDecisionDay(one.framework, one.verdicts, today) ?? today,
        reasons,
      });
      await completeEnrolment(unit, enrolmentId);
      await this.requestEnds.end(unit, actor, { enrolmentId }, 'enrolment_completed');
      return describeCertificate(row, address);
    });
  }

  /**
   * One attestation for each acquired block that has none: whoever asks again gets those that stand.
   * A block kept from another enrolment is attested under that one, once.
   */
  issueBlocks(
    actor: Actor,
    { params }: Input<'POST /enrolments/:enrolmentId/block-attestations'>,
  ): Promise<Output<'POST /enrolments/:enrolmentId/block-attestations'>> {
    return this.db.run(actor, async (unit) => {
      const { tx } = unit;
      const today = this.clock.today();
      await findVisible(tx, actor, params.enrolmentId, today);
      await lockNumbering(tx, actor.centreId);
      const facts = await loadBlockFacts(queryIn(tx), [params.enrolmentId]);
      const all = (await listAllHeld(tx, facts, today)).get(params.enrolmentId) ?? [];
      const held = all.filter(({ acquiredAt }) => acquiredAt === null);
      refuseRule(checkBlocksHeld(held.length));
      const address = await this.keys.addressOf(tx);
      const rows = [];
      for (const block of held) rows.push(await this.attest(unit, actor, block, today));
      return rows.map((row) => describeCertificate(row, address));
    });
  }

  private async attest(unit: UnitOfWork, actor: Actor, block: HeldBlock, today: PlainDate) {
    const { tx } = unit;
    const { enrolmentId, code: blockCode, decidedOn } = block;
    const kind = 'block_attestation';
    const standing = await tx.certificate.findFirst({
      where: { enrolmentId, kind, blockCode, ...isStanding },
      include: issuedParts,
    });
    if (standing) return standing;
    const facts = await loadBlockFacts(queryIn(tx), [enrolmentId]);
    const owner = found(facts.get(enrolmentId), 'Cet apprenant');
    const { framework, verdicts: blockDecisions } = owner;
    const { reasons } = checkBlockAttestation({
      framework,
      blockCode,
      blockDecisions,
      onDate: today,
    });
    return this.writer.write(unit, actor, { facts: owner, kind, blockCode, decidedOn, reasons });
  }

  noteCpamCopy(
    actor: Actor,
    { params, body }: Input<'PUT /certificates/:certificateId/cpam-copy'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const { certificateId } = params;
      const certificate = found(
        await tx.certificate.findFirst({ where: { id: certificateId, ...endsCourse } }),
        'Ce certificat',
      );
      const { sentOn, replaces } = body;
      const issuedOn = toDay(certificate.issuedOn);
      raiseFindings(checkCpamCopy(sentOn, { issuedOn, today: this.clock.today() }));
      const { count } = await tx.certificate.updateMany({
        where: { id: certificateId, cpamCopySentOn: fromDayOrNull(replaces) },
        data: { cpamCopySentOn: fromDay(sentOn) },
      });
      if (count === 0) {
        const now = await tx.certificate.findFirstOrThrow({ where: { id: certificateId } });
        throw editedMeanwhile({ sentOn: toDayOrNull(now.cpamCopySentOn) });
      }
      audit({ action: 'certificate.copied-to-cpam', subjectId: certificateId, data: { sentOn } });
      return { done: true };
    });
  }

  private async describeAll(tx: Tx, ids: readonly string[]): Promise<Standing[]> {
    const now = this.clock.parisMoment();
    const facts = await loadBlockFacts(queryIn(tx), ids, now);
    const held = await listAllHeld(tx, facts, now.day);
    const owners = [...held.values()].flat().map(({ enrolmentId }) => enrolmentId);
    const rows = await tx.certificate.findMany({
      where: { enrolmentId: { in: [...ids, ...owners] } },
      include: issuedParts,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    const left = await tx.enrolment.findMany({
      where: { id: { in: [...ids] }, state: 'withdrawn' },
      select: { id: true, endsOn: true },
    });
    const leftOn = new Map(left.map(({ id, endsOn }) => [id, { leftOn: toDayOrNull(endsOn) }]));
    const signing = await readMinutesSigning(tx, listJuryIds([...held.values()].flat()));
    const documents = { rows, signing, address: await this.keys.addressOf(tx) };
    return [...facts.values()].map((one) =>
      describeStanding(
        one,
        held.get(one.enrolmentId) ?? [],
        leftOn.get(one.enrolmentId) ?? null,
        documents,
        now.day,
      ),
    );
  }
}

/** The blocks that each learner holds, with the enrolment under which each was acquired. */
async function listAllHeld(
  tx: Tx,
  facts: ReadonlyMap<string, EnrolmentFacts>,
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly HeldBlock[]>> {
  const ids = [...facts.values()].flatMap(({ verdicts }) =>
    verdicts.map(({ decisionId }) => decisionId),
  );
  const decisions = await tx.juryDecision.findMany({
    where: { id: { in: ids } },
    select: { id: true, enrolmentId: true },
  });
  const owners = new Map(decisions.map(({ id, enrolmentId }) => [id, enrolmentId]));
  return new Map(
    [...facts].map(([enrolmentId, one]) => [
      enrolmentId,
      listHeldBlocks(one, (decisionId) => owners.get(decisionId) ?? enrolmentId, today),
    ]),
  );
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
