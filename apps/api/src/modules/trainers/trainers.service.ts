import type { Input, Output, TrainerFile } from '@jalon/contract';
import { isAllowed } from '@jalon/contract';
import { formatName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { describeFile, describeInList } from './describe-trainer.ts';
import { loadSlotsAhead } from './slots-ahead.ts';
import { findTrainer, loadTrainers, loadVersions } from './trainer-record.ts';

/** The trainers of a centre and their files, to be read. */
@Injectable()
export class TrainersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Everyone who sees a calendar sees the names on it; the files are for those who plan. */
  list(actor: Actor): Promise<Output<'GET /trainers'>> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const rows = await loadTrainers(tx);
      const versions = isAllowed(actor.roles, 'trainer:read') ? await loadVersions(tx) : null;
      return rows
        .map((row) => ({
          personId: row.id,
          name: formatName(row),
          file: versions && describeInList(row, versions, today),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    });
  }

  read(actor: Actor, { params }: Input<'GET /trainers/:trainerId'>): Promise<TrainerFile> {
    return this.db.run(actor, ({ tx }) => this.load(tx, params.trainerId));
  }

  readOwn(actor: Actor): Promise<TrainerFile> {
    return this.db.run(actor, ({ tx }) => this.load(tx, actor.personId, 'trainer'));
  }

  private async load(
    tx: Tx,
    trainerId: string,
    reader: 'office' | 'trainer' = 'office',
  ): Promise<TrainerFile> {
    const today = this.clock.today();
    const row = await findTrainer(tx, trainerId);
    const slots = await loadSlotsAhead(tx, trainerId, row.absences, today);
    return describeFile(row, await loadVersions(tx), slots, today, reader);
  }
}
