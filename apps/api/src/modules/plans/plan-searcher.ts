import { setTimeout as wait } from 'node:timers/promises';
import { completeSlot } from '@jalon/domain';
import type { PlanProgress, SearchOutcome, SearchRequest } from '@jalon/planner';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { type Actor, systemActor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { OnJob } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { LOGGER } from '../../platform-tokens.ts';
import { checkOutcome } from './check-outcome.ts';
import { loadPlanFacts, type PlanFacts } from './load-problem.ts';
import { type RunningSearch, runSearch } from './run-search.ts';
import { asJson, askedOf, type KeptOutcome } from './search-record.ts';

/** How often a search says how far it is and hears that it should stop, in milliseconds. */
const beatEvery = 700;
/** A search that has said nothing for so long belonged to a process that died. */
const deadAfter = 20_000;

/** Runs searches in the worker, each in a thread of its own, and keeps what they found. */
@Injectable()
export class PlanSearcher implements OnApplicationShutdown {
  private readonly running = new Set<RunningSearch>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  private isStopping = false;
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.running].map((search) => search.kill()));
  }

  @OnJob('plan.search')
  async search({ centreId, payload }: JobContext<'plan.search'>): Promise<void> {
    const actor = systemActor(centreId);
    const id = payload.planSearchId;
    const claimed = await this.claim(actor, id);
    if (!claimed) return;
    const { request, facts, isUnwanted } = claimed;
    if (isUnwanted) return this.end(actor, id, 'cancelled');
    let progress: PlanProgress | null = null;
    const search = runSearch(request, (said) => {
      progress = said;
    });
    this.running.add(search);
    try {
      const outcome = await Promise.race([
        search.outcome.catch((error: unknown) => this.bury(error)),
        this.follow(actor, id, search, () => progress),
      ]);
      if (outcome) await this.keep(actor, id, { ...facts, request }, outcome);
      else await this.end(actor, id, 'failed');
    } catch (error) {
      // The database went away, or this process is stopping: whoever tries again starts afresh.
      await this.end(actor, id, 'queued').catch(() => {});
      throw error;
    } finally {
      this.running.delete(search);
      await search.kill();
    }
  }

  /** A thread that dies by itself would die again; one that a stopping process killed would not. */
  private bury(error: unknown): null {
    if (this.isStopping) throw error;
    this.log.error({ err: error }, 'the thread of a search died');
    return null;
  }

  private async end(actor: Actor, id: string, state: 'failed' | 'queued' | 'cancelled') {
    await this.db.run(actor, async ({ tx, audit }) => {
      const { count } = await tx.planSearch.updateMany({
        where: { id, state: 'searching' },
        data: { state, finishedAt: state === 'queued' ? null : this.clock.now() },
      });
      if (count > 0 && state !== 'queued')
        audit({ action: 'plan.searched', subjectId: id, data: { state } });
    });
  }

  /** Takes the search, unless it is over. @throws while another process is at it */
  private claim(
    actor: Actor,
    id: string,
  ): Promise<{ request: SearchRequest; facts: PlanFacts; isUnwanted: boolean } | null> {
    return this.db.run(actor, async ({ tx }) => {
      const now = this.clock.now();
      const { count } = await tx.planSearch.updateMany({
        where: {
          id,
          OR: [
            { state: 'queued' },
            { state: 'searching', beatAt: { lt: new Date(now.getTime() - deadAfter) } },
          ],
        },
        data: { state: 'searching', startedAt: now, beatAt: now },
      });
      const row = await tx.planSearch.findFirst({ where: { id } });
      // Another worker was at it a moment ago: it may be a dead one, and the queue is to try again.
      if (count === 0 && row?.state === 'searching')
        throw new Error('this search is with another worker');
      if (count === 0 || !row) return null;
      const { seconds, gap, weights } = askedOf(row);
      const facts = await loadPlanFacts(tx, row.cohortIds, this.clock.parisMoment(), weights);
      const idle = new Set(facts.idle.map(({ slot }) => slot));
      const wanted = facts.standing.filter((slot) => !idle.has(slot));
      const current = wanted.flatMap((slot) => completeSlot(slot) ?? []);
      const open = wanted.filter((slot) => completeSlot(slot) === null);
      return {
        facts,
        isUnwanted: row.cancelAskedAt !== null,
        request: {
          kind: row.kind,
          problem: facts.problem,
          current,
          open,
          seconds,
          gap,
        },
      };
    });
  }

  /** Says how far it is, and passes on the wish to stop. Never resolves: the search does. */
  private async follow(
    actor: Actor,
    id: string,
    search: RunningSearch,
    readProgress: () => PlanProgress | null,
  ): Promise<never> {
    for (;;) {
      const progress = readProgress();
      const cancelAskedAt = await this.db.run(actor, async ({ tx }) => {
        await tx.planSearch.updateMany({
          where: { id, state: 'searching' },
          data: {
            beatAt: this.clock.now(),
            ...(progress ? { progress: asJson(tellProgress(progress)) } : {}),
          },
        });
        const row = await tx.planSearch.findFirst({
          where: { id },
          select: { cancelAskedAt: true },
        });
        return row?.cancelAskedAt ?? null;
      });
      if (!this.running.has(search)) return new Promise<never>(() => {});
      if (cancelAskedAt) search.stop();
      await wait(beatEvery);
    }
  }

  /** A plan is proposed only as far as the checker, which knows nothing of the solver, accepts it. */
  private async keep(
    actor: Actor,
    id: string,
    { fingerprint, idle, notes, request }: PlanFacts & { readonly request: SearchRequest },
    outcome: SearchOutcome,
  ): Promise<void> {
    const checked = checkOutcome(request, outcome);
    for (const { cohortId, shortages } of checked.refused)
      this.log.error({ cohortId, rules: shortages.map(({ rule }) => rule) }, 'a plan was refused');
    const { movesBound } = checked.outcome;
    const kept: KeptOutcome = {
      ...checked.outcome,
      // Those that nobody comes to go in any case.
      movesBound: movesBound === null ? null : movesBound + idle.length,
      notes: [...notes, ...outcome.notes],
    };
    await this.db.run(actor, async ({ tx, audit }) => {
      const state = nameState(kept);
      const { count } = await tx.planSearch.updateMany({
        where: { id, state: 'searching' },
        data: { state, result: asJson(kept), fingerprint, finishedAt: this.clock.now() },
      });
      if (count > 0) audit({ action: 'plan.searched', subjectId: id, data: { state } });
    });
  }
}

function nameState({ status, wasCancelled }: KeptOutcome) {
  if (status === 'found') return 'found';
  return wasCancelled ? 'cancelled' : 'impossible';
}

/** JSON has no infinity: a bound that is not known yet is null. */
const tellProgress = ({ boundCents, ...progress }: PlanProgress) => ({
  ...progress,
  boundCents: boundCents !== null && Number.isFinite(boundCents) ? Math.round(boundCents) : null,
  bestCents: progress.bestCents === null ? null : Math.round(progress.bestCents),
});
