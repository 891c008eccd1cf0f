import type { Input, Output } from '@jalon/contract';
import { deadlineRegimes } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { editedMeanwhile, found } from '../../http/domain-error.ts';
import { PersonRegistry } from '../people/person-registry.ts';
import { EmploymentWriter } from './employment-writer.ts';
import { changeTutors, namedBy, noteVolunteer, withTurns } from './tutor-turns.ts';
import { viewEmployment } from './view-employment.ts';

type Saved = Output<'PUT /employments/:employmentId'>;

@Injectable()
export class EmploymentsService {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonRegistry,
    private readonly writer: EmploymentWriter,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, { params, body }: Input<'POST /people/:personId/employments'>): Promise<Saved> {
    return this.db.run(actor, async (unit) => {
      await this.registry.lock(unit.tx, actor);
      const person = await unit.tx.person.findFirst({ where: { id: params.personId } });
      const { id } = found(person, 'Cette personne');
      const saved = await this.writer.create(unit, actor, id, body);
      return { id: saved.id, warnings: [...saved.warnings] };
    });
  }

  save(actor: Actor, { params, body }: Input<'PUT /employments/:employmentId'>): Promise<Saved> {
    const { revision, ...fields } = body;
    return this.db.run(actor, async (unit) => {
      await this.registry.lock(unit.tx, actor);
      const before = await find(unit.tx, params.employmentId);
      const prepared = await this.writer.prepare(unit, actor, fields, '', before);
      const { data, tutorId } = prepared;
      const { count } = await unit.tx.employment.updateMany({
        where: { id: before.id, revision },
        data: { ...data, revision: { increment: 1 } },
      });
      if (count === 0) throw editedMeanwhile(await this.view(unit.tx, before.id));
      const change = {
        employmentId: before.id,
        before: namedBy(before),
        after: namedBy(data),
      };
      await changeTutors(unit.tx, actor.centreId, [change], this.clock.today());
      const { tutorVolunteeredOn } = fields;
      await noteVolunteer(unit.tx, actor.centreId, before.id, change.after, tutorVolunteeredOn);
      unit.audit({ action: 'employment.updated', subjectId: before.id, data: { tutorId } });
      const watched = await this.writer.watchTutor(unit, actor, tutorId, fields);
      return { id: before.id, warnings: [...prepared.warnings, ...watched] };
    });
  }

  /** The version that somebody else saved meanwhile. */
  private async view(tx: Tx, id: string) {
    const row = await tx.employment.findFirst({
      where: { id },
      include: { tutor: true, ...withTurns },
    });
    const current = found(row, 'Cet employeur');
    const tutorIds = current.tutorId === null ? [] : [current.tutorId];
    const followed = await this.writer.countFollowed(tx, tutorIds);
    return viewEmployment(current, deadlineRegimes, followed);
  }
}

const find = async (tx: Tx, id: string) =>
  found(await tx.employment.findFirst({ where: { id } }), 'Cet employeur');
