import type { Input, Output } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { describeAbsence } from './describe-trainer.ts';
import { loadSlotsAhead } from './slots-ahead.ts';
import { findTrainer } from './trainer-record.ts';

/** Days on which trainers are away. */
@Injectable()
export class TrainerAbsencesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Half-days already on the calendar stay there: the answer names them. */
  add(
    actor: Actor,
    { params, body }: Input<'POST /trainers/:trainerId/absences'>,
  ): Promise<Output<'POST /trainers/:trainerId/absences'>> {
    const { trainerId } = params;
    const { fromOn, toOn, label } = body;
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx, audit }) => {
      await findTrainer(tx, trainerId);
      const absence = await tx.trainerAbsence.create({
        data: {
          centreId: actor.centreId,
          trainerId,
          fromOn: fromDay(fromOn),
          toOn: fromDay(toOn),
          label,
        },
      });
      audit({
        action: 'trainer.absence-noted',
        subjectId: trainerId,
        data: { absenceId: absence.id, fromOn, toOn },
      });
      return describeAbsence(absence, await loadSlotsAhead(tx, trainerId, [absence], today), today);
    });
  }

  remove(
    actor: Actor,
    { params }: Input<'DELETE /trainers/:trainerId/absences/:absenceId'>,
  ): Promise<{ done: true }> {
    const { absenceId, trainerId } = params;
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const where = { id: absenceId, trainerId };
      found(await tx.trainerAbsence.findFirst({ where }), 'Cette absence');
      await tx.trainerAbsence.delete({ where: key(absenceId) });
      audit({ action: 'trainer.absence-removed', subjectId: trainerId, data: { absenceId } });
      return { done: true };
    });
  }
}
