import type { Input, Output } from '@jalon/contract';
import { type CredentialRule, checkCredentialEntry, credentialExpiry } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { DomainError, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';
import { scope } from './assessment-scope.ts';
import { carryFile, loadCredentialFiles } from './credential-files.queries.ts';
import { loadCredentialUses } from './credential-uses.ts';
import { describeCredentialStatuses } from './describe-assessments.ts';

type Credential = Output<'POST /enrolments/:enrolmentId/credentials'>;

/** Dated credentials such as AFGSU 1; they belong to the person, whatever the enrolment. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/credentials'>,
  ): Promise<Output<'GET /enrolments/:enrolmentId/credentials'>> {
    return this.db.run(actor, async ({ tx }) => {
      const facts = await this.load(tx, actor, params.enrolmentId);
      const rows = await tx.credential.findMany({
        where: { personId: facts.personId },
        include: { removal: { select: { motive: true } } },
        orderBy: [{ obtainedOn: 'desc' }, { createdAt: 'desc' }],
      });
      const filesOf = await loadCredentialFiles(
        tx,
        rows.map(({ id }) => id),
      );
      return {
        statuses: describeCredentialStatuses(facts, this.clock.today()),
        credentials: rows.map((row) => describe(row, facts.framework.credentials, filesOf(row.id))),
      };
    });
  }

  add(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/credentials'>,
  ): Promise<Credential> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const { personId, framework } = await this.load(tx, actor, params.enrolmentId);
      const enrolmentIds = await holdPerson(tx, personId);
      const rule = framework.credentials.find(({ code }) => code === body.code);
      if (!rule)
        throw invalid([
          { pointer: '/code', message: 'Ce référentiel ne demande pas cette attestation.' },
        ]);
      const { birthDate } = await tx.person.findFirstOrThrow({ where: { id: personId } });
      const expiresOn = credentialExpiry(rule, body.obtainedOn);
      const corrected = body.correctsId
        ? await findCorrected(tx, personId, rule.code, body.correctsId)
        : null;
      const recorded = await tx.credential.findMany({
        where: { personId, code: rule.code, supersededById: null },
      });
      raiseFindings(
        checkCredentialEntry({
          obtainedOn: body.obtainedOn,
          today: this.clock.today(),
          correctedOn: corrected && toDay(corrected.obtainedOn),
          recordedOn: recorded
            .filter(({ id }) => id !== corrected?.id)
            .map(({ obtainedOn }) => toDay(obtainedOn)),
          birthDate: toDayOrNull(birthDate),
          uses: corrected ? await loadCredentialUses(tx, enrolmentIds, rule.code) : [],
        }),
      );
      const row = await tx.credential.create({
        data: {
          centreId: actor.centreId,
          personId,
          code: rule.code,
          obtainedOn: fromDay(body.obtainedOn),
          expiresOn: fromDay(expiresOn),
          issuer: body.issuer,
          reference: body.reference || null,
        },
      });
      if (corrected) {
        await tx.credential.updateMany({
          where: { id: corrected.id },
          data: { supersededById: row.id },
        });
        await carryFile(tx, corrected.id, row.id);
      }
      audit({
        action: corrected ? 'credential.corrected' : 'credential.recorded',
        subjectId: personId,
        data: { credentialId: row.id, code: rule.code, expiresOn },
      });
      const filesOf = await loadCredentialFiles(tx, [row.id]);
      return describe(row, framework.credentials, filesOf(row.id));
    });
  }

  private async load(tx: Tx, actor: Actor, enrolmentId: string) {
    found(
      await tx.enrolment.findFirst({
        where: { AND: [{ id: enrolmentId }, scope(actor)] },
        select: { id: true },
      }),
      'Cet apprenant',
    );
    const facts = await loadBlockFacts(queryIn(tx), [enrolmentId]);
    return found(facts.get(enrolmentId), 'Cet apprenant');
  }
}

/** Holds the person's enrolments: credentials are written one after the other, no jury closes meanwhile. */
export async function holdPerson(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx.enrolment.findMany({ where: { personId }, select: { id: true } });
  const ids = rows.map(({ id }) => id);
  await holdEnrolments(tx, ids);
  return ids;
}

/** The credential to correct. @throws when someone corrected it first */
async function findCorrected(tx: Tx, personId: string, code: string, id: string) {
  const row = found(
    await tx.credential.findFirst({ where: { id, personId, code } }),
    'Cette attestation',
  );
  if (row.supersededById)
    throw new DomainError(
      'edited_meanwhile',
      'Cette attestation a déjà été corrigée. Rechargez la page pour voir la version en vigueur.',
    );
  return row;
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly obtainedOn: Date;
  readonly expiresOn: Date;
  readonly issuer: string;
  readonly reference: string | null;
  readonly supersededById: string | null;
  readonly removal?: { readonly motive: string } | null;
}

const describe = (
  row: Row,
  rules: readonly CredentialRule[],
  files: Credential['files'],
): Credential => ({
  id: row.id,
  code: row.code,
  name: rules.find(({ code }) => code === row.code)?.name ?? row.code,
  obtainedOn: toDay(row.obtainedOn),
  expiresOn: toDay(row.expiresOn),
  issuer: row.issuer,
  reference: row.reference,
  isSuperseded: row.supersededById !== null,
  removedBecause: row.removal?.motive ?? null,
  files,
});
