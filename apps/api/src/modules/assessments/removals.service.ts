import type { Input } from '@jalon/contract';
import { checkCredentialRemoval, checkOwnRemoval, checkResultRemoval } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';
import { loadCanMark, scope } from './assessment-scope.ts';
import { loadCredentialUses } from './credential-uses.ts';
import { holdPerson } from './credentials.service.ts';

/** What was written down for the wrong person is taken back: it counts no more, and stays readable. */
@Injectable()
export class RemovalsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  removeResult(
    actor: Actor,
    { params, body }: Input<'POST /assessment-results/:resultId/removal'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const where = { id: params.resultId, enrolment: scope(actor) };
      const known = found(await tx.assessmentResult.findFirst({ where }), 'Ce résultat');
      const { enrolmentId, blockCode, assessmentCode, attempt } = known;
      await holdEnrolments(tx, [enrolmentId]);
      const canMark = await loadCanMark(tx, actor, [enrolmentId], [blockCode]);
      const isOwn = canMark(enrolmentId, blockCode);
      refuseRule(checkOwnRemoval({ blockCode, isOwn }), 'forbidden');
      const row = await tx.assessmentResult.findFirst({ where });
      if (row?.supersededById) throw replacedMeanwhile;
      const facts = found(
        (await loadBlockFacts(queryIn(tx), [enrolmentId])).get(enrolmentId),
        'Cet apprenant',
      );
      const attempts = facts.results.filter((one) => one.assessmentCode === assessmentCode);
      raiseFindings(
        checkResultRemoval({
          blockCode,
          attempt,
          heldOn: toDay(known.heldOn),
          lastAttempt: Math.max(...attempts.map((one) => one.attempt)),
          verdicts: facts.verdicts,
        }),
      );
      const supersededById = await this.write(tx, actor, body.motive, {
        assessmentResultId: known.id,
      });
      await tx.assessmentResult.updateMany({ where: { id: known.id }, data: { supersededById } });
      audit({
        action: 'assessment.removed',
        subjectId: enrolmentId,
        data: { resultId: known.id, assessmentCode, attempt },
      });
      return { done: true };
    });
  }

  removeCredential(
    actor: Actor,
    { params, body }: Input<'POST /credentials/:credentialId/removal'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const where = {
        id: params.credentialId,
        person: { enrolments: { some: scope(actor) } },
      };
      const known = found(await tx.credential.findFirst({ where }), 'Cette attestation');
      const { personId, code } = known;
      const enrolmentIds = await holdPerson(tx, personId);
      const row = await tx.credential.findFirst({ where });
      if (row?.supersededById) throw replacedMeanwhile;
      const uses = await loadCredentialUses(tx, enrolmentIds, code);
      raiseFindings(checkCredentialRemoval({ obtainedOn: toDay(known.obtainedOn), uses }));
      const supersededById = await this.write(tx, actor, body.motive, { credentialId: known.id });
      await tx.credential.updateMany({ where: { id: known.id }, data: { supersededById } });
      audit({
        action: 'credential.removed',
        subjectId: personId,
        data: { credentialId: known.id, code },
      });
      return { done: true };
    });
  }

  private async write(
    tx: Tx,
    { centreId, userId }: Actor,
    motive: string,
    what: { readonly assessmentResultId: string } | { readonly credentialId: string },
  ): Promise<string> {
    const id = uuidv7();
    const removedAt = this.clock.now();
    await tx.recordRemoval.create({
      data: { centreId, id, motive, removedByUserId: userId, removedAt, ...what },
    });
    return id;
  }
}

const replacedMeanwhile = new DomainError(
  'edited_meanwhile',
  'Quelqu’un vient de corriger ou de retirer cette saisie. Rechargez la page pour voir ce qui vaut.',
);
