import type { Input } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database, type Tx } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { fromDayOrNull, toDayOrNull } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { listCredentials } from './describe-trainer.ts';
import { findTrainer, loadVersions, type TrainerRow } from './trainer-record.ts';

type OneParams = Input<'DELETE /trainers/:trainerId/accreditations/:accreditationId'>['params'];

/** What trainers hold to teach a credential's modules. */
@Injectable()
export class TrainerAccreditationsService {
  constructor(private readonly db: Database) {}

  async add(
    actor: Actor,
    { params, body }: Input<'POST /trainers/:trainerId/accreditations'>,
  ): Promise<{ id: string }> {
    const { credentialCode, validUntil } = body;
    try {
      return await this.db.run(actor, async ({ tx, audit }) => {
        await findTrainer(tx, params.trainerId);
        await refuseUnknownCredential(tx, credentialCode);
        const { id } = await tx.trainerAccreditation.create({
          data: {
            centreId: actor.centreId,
            trainerId: params.trainerId,
            credentialCode,
            validUntil: fromDayOrNull(validUntil),
          },
        });
        audit({ action: 'trainer.accredited', subjectId: params.trainerId, data: body });
        return { id };
      });
    } catch (error) {
      throw isUniqueViolation(error) ? alreadyHeld() : error;
    }
  }

  extend(
    actor: Actor,
    { params, body }: Input<'PUT /trainers/:trainerId/accreditations/:accreditationId'>,
  ): Promise<{ done: true }> {
    const { validUntil, replaces } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      const current = await findAccreditation(tx, params);
      const { count } = await tx.trainerAccreditation.updateMany({
        where: { id: current.id, validUntil: fromDayOrNull(replaces) },
        data: { validUntil: fromDayOrNull(validUntil) },
      });
      if (count === 0) {
        const now = await findAccreditation(tx, params);
        throw editedMeanwhile({ validUntil: toDayOrNull(now.validUntil) });
      }
      audit({
        action: 'trainer.accreditation-extended',
        subjectId: params.trainerId,
        data: { credentialCode: current.credentialCode, validUntil },
      });
      return { done: true };
    });
  }

  remove(
    actor: Actor,
    { params }: Input<'DELETE /trainers/:trainerId/accreditations/:accreditationId'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const { id, credentialCode } = await findAccreditation(tx, params);
      await tx.trainerAccreditation.delete({ where: key(id) });
      audit({
        action: 'trainer.accreditation-removed',
        subjectId: params.trainerId,
        data: { credentialCode },
      });
      return { done: true };
    });
  }
}

async function findAccreditation(
  tx: Tx,
  { trainerId, accreditationId }: OneParams,
): Promise<TrainerRow['accreditations'][number]> {
  const where = { id: accreditationId, trainerId };
  return found(await tx.trainerAccreditation.findFirst({ where }), 'Cette habilitation');
}

async function refuseUnknownCredential(tx: Tx, credentialCode: string): Promise<void> {
  const credentials = listCredentials(await loadVersions(tx));
  if (credentials.some(({ code }) => code === credentialCode)) return;
  throw invalid([
    {
      pointer: '/credentialCode',
      message: 'Choisissez une habilitation que vos référentiels demandent.',
    },
  ]);
}

const alreadyHeld = (): DomainError =>
  new DomainError(
    'already_exists',
    'Cette habilitation est déjà sur la fiche : changez plutôt sa date de fin.',
    { errors: [{ pointer: '/credentialCode', message: 'Elle est déjà sur la fiche.' }] },
  );
