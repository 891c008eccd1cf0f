import type { Input, Output } from '@jalon/contract';
import { defaultPlanWeights } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DomainError, invalid } from '../../http/domain-error.ts';
import { describePlan } from './describe-plan.ts';
import { listPlannable, plannableStates } from './list-plannable.ts';
import { asJson, askSearch, findSearch, type SearchRow } from './search-record.ts';

const searchesShown = 20;

/** Plans asked, looked for, proposed. */
@Injectable()
export class PlansService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<Output<'GET /plans'>> {
    return this.db.run(actor, async ({ tx }) => {
      const searches = await tx.planSearch.findMany({
        omit: { result: true },
        orderBy: { createdAt: 'desc' },
        take: searchesShown,
      });
      const names = await nameCohorts(tx, searches);
      return {
        ...(await listPlannable(tx, this.clock.parisMoment())),
        weights: defaultPlanWeights,
        searches: searches.map((search) => ({
          id: search.id,
          kind: search.kind,
          state: search.state,
          cohorts: search.cohortIds.map((id) => ({ id, name: names.get(id) ?? '' })),
          askedAt: search.createdAt.toISOString(),
          finishedAt: search.finishedAt?.toISOString() ?? null,
        })),
      };
    });
  }

  /** A double click asks once: a search of the same cohorts that is under way is the answer. */
  ask(actor: Actor, { body }: Input<'POST /plans'>): Promise<{ id: string }> {
    return this.db.run(actor, async ({ tx, audit, enqueue }) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`plans ${actor.centreId}`}, 0))`;
      const cohortIds = [...new Set(body.cohortIds)].toSorted();
      const cohorts = await tx.cohort.findMany({
        where: { id: { in: cohortIds }, state: { in: [...plannableStates] } },
      });
      if (cohorts.length < cohortIds.length)
        throw invalid([
          {
            pointer: '/cohortIds',
            message:
              'Choisissez des cohortes de votre centre qui ne sont ni terminées ni annulées.',
          },
        ]);
      const underWay = await findUnderWay(tx, this.clock.now());
      if (underWay && isSameSearch(underWay, body.kind, cohortIds)) return { id: underWay.id };
      if (underWay)
        throw new DomainError(
          'rule_refused',
          'Un plan se cherche déjà pour ce centre : attendez-le, ou arrêtez-le.',
          { current: { id: underWay.id } },
        );
      const { id } = await tx.planSearch.create({
        data: {
          centreId: actor.centreId,
          kind: body.kind,
          cohortIds,
          request: asJson(askSearch(cohortIds.length, body.weights)),
          askedByUserId: actor.userId,
          createdAt: this.clock.now(),
        },
      });
      audit({ action: 'plan.asked', subjectId: id, data: { kind: body.kind, cohortIds } });
      enqueue({ name: 'plan.search', payload: { planSearchId: id } });
      return { id };
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /plans/:planId'>,
  ): Promise<Output<'GET /plans/:planId'>> {
    return this.db.run(actor, async ({ tx }) => {
      const search = await findSearch(tx, params.planId);
      return describePlan(tx, search, await nameCohorts(tx, [search]), this.clock.parisMoment());
    });
  }

  stop(
    actor: Actor,
    { params }: Input<'POST /plans/:planId/cancellation'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const search = await findSearch(tx, params.planId);
      const { count } = await tx.planSearch.updateMany({
        where: { id: search.id, state: { in: ['queued', 'searching'] }, cancelAskedAt: null },
        data: { cancelAskedAt: this.clock.now() },
      });
      if (count > 0) audit({ action: 'plan.stopped', subjectId: search.id });
      return { done: true };
    });
  }
}

/** How long a search may say nothing before it is given up for lost, in milliseconds. */
const patience = { queued: 600_000, searching: 60_000 };

/** The centre's one search; those of which nothing was heard for long are over. */
async function findUnderWay(tx: Tx, now: Date): Promise<SearchRow | null> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  await tx.planSearch.updateMany({
    where: {
      OR: [
        { state: 'queued', createdAt: { lt: before(patience.queued) } },
        { state: 'searching', beatAt: { lt: before(patience.searching) } },
      ],
    },
    data: { state: 'failed', finishedAt: now },
  });
  return tx.planSearch.findFirst({ where: { state: { in: ['queued', 'searching'] } } });
}

const isSameSearch = (
  search: Pick<SearchRow, 'kind' | 'cohortIds'>,
  kind: SearchRow['kind'],
  cohortIds: readonly string[],
): boolean => search.kind === kind && search.cohortIds.join() === cohortIds.join();

async function nameCohorts(
  tx: Tx,
  searches: readonly Pick<SearchRow, 'cohortIds'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(searches.flatMap(({ cohortIds }) => cohortIds))];
  const rows = await tx.cohort.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
