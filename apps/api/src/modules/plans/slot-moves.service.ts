import type { Output } from '@jalon/contract';
import { type MoveFacts, mondayOf } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { plannableStates } from './list-plannable.ts';
import { loadMoveFacts } from './load-move-facts.ts';

/** What a screen needs to judge a half-day while it is dragged, without asking at each place. */
@Injectable()
export class SlotMovesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<Output<'GET /slot-moves'>> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const cohorts = await tx.cohort.findMany({
        where: { state: { in: [...plannableStates] } },
        select: { id: true },
      });
      const ids = cohorts.map(({ id }) => id);
      const facts = await loadMoveFacts(tx, ids, today, { from: mondayOf(today) });
      const { trainers, ...rest } = facts.problem;
      return {
        ...facts,
        problem: {
          ...rest,
          // Nobody needs to know what a trainer earns to move a half-day.
          trainers: trainers.map(({ accreditationEnds = {}, ...trainer }) => ({
            ...trainer,
            accreditationEnds,
            centsPerHour: 0 as const,
          })),
        },
      } satisfies MoveFacts as Output<'GET /slot-moves'>;
    });
  }
}
