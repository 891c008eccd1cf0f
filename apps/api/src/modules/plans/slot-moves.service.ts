import type { Output } from '@jalon/contract';
import type { MoveFacts } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { toPlanned } from '../planning/describe-slot.ts';
import { openingRules } from '../planning/opening-rules.ts';
import { plannableStates } from './list-plannable.ts';
import { loadPlanFacts, type PlanCohortRow } from './load-problem.ts';

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
      const { rows, problem, standing } = await loadPlanFacts(tx, ids, today);
      const { weights: _, trainers, ...rest } = problem;
      return {
        cohorts: rows.map(toMoveCohort),
        slots: await listSlots(tx, ids, today),
        problem: {
          ...rest,
          // Nobody needs to know what a trainer earns to move a half-day.
          trainers: trainers.map((trainer) => ({ ...trainer, centsPerHour: 0 as const })),
        },
        standing,
      } satisfies MoveFacts as Output<'GET /slot-moves'>;
    });
  }
}

const toMoveCohort = (row: PlanCohortRow): MoveFacts['cohorts'][number] => ({
  id: row.id,
  startsOn: toDay(row.startsOn),
  endsOn: toDayOrNull(row.endsOn),
  weekdays: row.weekdays,
  ...openingRules(row.site, row.closedMonths),
});

/** All half-days of the cohorts, and those of others that hold a trainer or a room from now on. */
async function listSlots(tx: Tx, cohortIds: readonly string[], today: string) {
  const rows = await tx.slot.findMany({
    where: {
      cancelledAt: null,
      OR: [{ cohortId: { in: [...cohortIds] } }, { heldOn: { gte: fromDay(today) } }],
    },
    include: { moduleRun: true },
  });
  return rows.map(toPlanned);
}
