import { setTimeout as wait } from 'node:timers/promises';
import { decideImport, type LearnerImportStep } from '@jalon/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { type Actor, systemActor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { DomainError } from '../../http/domain-error.ts';
import { OnJob } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { LOGGER } from '../../platform-tokens.ts';
import { PersonRegistry } from '../people/person-registry.ts';
import { planImport } from './import-planner.ts';
import { type AskedImport, asJson, askedOf } from './import-record.ts';
import { ImportWriter } from './import-writer.ts';
import { countRows, listFailedRows, viewRow } from './report.ts';

/** How often an import says how far it is, in milliseconds. */
const beatEvery = 400;
/** An import that has said nothing for so long belonged to a process that died. */
const deadAfter = 20_000;
/** Taken up so often without an end, it is given up: nothing of it was written. */
const mostAttempts = 5;

const brokenDown =
  'L’import s’est arrêté sur une panne, et rien n’a été écrit. Importez le fichier à nouveau ; si cela recommence, écrivez-nous.';

type ImportRow = Prisma.LearnerImportGetPayload<object>;
type Tell = (step: LearnerImportStep) => void;

/** Carries imports out in the worker, each in one transaction: whole, or not at all. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly registry: PersonRegistry,
    private readonly writer: ImportWriter,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  @OnJob('learner-import.run')
  async run({ centreId, payload }: JobContext<'learner-import.run'>): Promise<void> {
    const row = await this.claim(systemActor(centreId), payload.learnerImportId);
    if (!row) return;
    const asked = askedOf(row.payload);
    // The trail names whoever asked; their login stays with them.
    const actor = { ...systemActor(centreId), userId: row.createdByUserId, roles: asked.roles };
    let step: LearnerImportStep = 'comparing';
    const over = new AbortController();
    const beating = this.beat(actor, row, () => step, over.signal);
    try {
      await this.carryOut(actor, row, asked, (next) => {
        step = next;
      });
    } catch (error) {
      await this.giveUp(actor, row, error);
    } finally {
      over.abort();
      await beating;
    }
  }

  /**
   * Takes the import, unless it is over. One that another worker was at a moment ago may be a dead
   * one's: the queue brings it back until somebody ends it.
   */
  private claim(actor: Actor, id: string): Promise<ImportRow | null> {
    return this.db.run(actor, async ({ tx }) => {
      const now = this.clock.now();
      const isAbandoned = { lt: new Date(now.getTime() - deadAfter) };
      const { count } = await tx.learnerImport.updateMany({
        where: { id, OR: [{ state: 'queued' }, { state: 'running', beatAt: isAbandoned }] },
        data: { state: 'running', step: 'comparing', beatAt: now, attempts: { increment: 1 } },
      });
      const row = await tx.learnerImport.findFirst({ where: { id } });
      if (count > 0) return row;
      if (row?.state === 'running') throw new Error('this import is with another worker');
      return null;
    });
  }

  private async carryOut(
    actor: Actor,
    row: ImportRow,
    asked: AskedImport,
    tell: Tell,
  ): Promise<void> {
    await this.db.run(actor, async (unit) => {
      await this.registry.lock(unit.tx, actor);
      const plan = await planImport(unit.tx, row.cohortId, asked, this.clock.today());
      const counts = countRows(plan.rows);
      const outcome = decideImport(counts, asked.mode);
      if (outcome === 'imported') await this.writer.write(unit, actor, plan, tell);
      const { headers } = asked.sheet;
      const report = {
        outcome,
        counts,
        headers,
        rows: plan.rows.map((line) => viewRow(line, headers, asked.mapping)),
        failedRows: listFailedRows(plan.rows),
      };
      const { count } = await unit.tx.learnerImport.updateMany({
        where: isOurs(row),
        data: { ...ended, state: 'done', report: asJson(report), finishedAt: this.clock.now() },
      });
      if (count === 0) throw new Error('this import was taken over by another worker');
      if (outcome === 'nothing_to_do' && counts.error === 0) return;
      unit.audit({
        action: `learner-import.${outcome === 'imported' ? 'done' : 'refused'}`,
        subjectId: row.id,
        data: { cohortId: row.cohortId, ...counts },
      });
    });
  }

  /** What was refused ends there, with its reason; a breakdown is tried again, some times. */
  private async giveUp(actor: Actor, row: ImportRow, error: unknown): Promise<void> {
    const isRefusal = error instanceof DomainError;
    const isLast = isRefusal || row.attempts >= mostAttempts;
    const failure = isRefusal ? error.message : brokenDown;
    await this.db.run(actor, async ({ tx, audit }) => {
      const { count } = await tx.learnerImport.updateMany({
        where: isOurs(row),
        data: isLast
          ? { ...ended, state: 'failed', failure, finishedAt: this.clock.now() }
          : { state: 'queued', step: null },
      });
      if (count > 0 && isLast)
        audit({
          action: 'learner-import.failed',
          subjectId: row.id,
          data: { cohortId: row.cohortId },
        });
    });
    if (isRefusal) return;
    if (!isLast) throw error;
    this.log.error({ err: error, learnerImportId: row.id }, 'an import was given up');
  }

  /** Says what the import is at, in transactions of its own: others see it before it is over. */
  private async beat(
    actor: Actor,
    row: ImportRow,
    readStep: () => LearnerImportStep,
    signal: AbortSignal,
  ): Promise<void> {
    for (;;) {
      const isOver = await wait(beatEvery, false, { signal }).catch(() => true);
      if (isOver) return;
      await this.db
        .run(actor, ({ tx }) =>
          tx.learnerImport.updateMany({
            where: isOurs(row),
            data: { step: readStep(), beatAt: this.clock.now() },
          }),
        )
        .catch((error: unknown) =>
          this.log.warn({ err: error }, 'an import could not say its step'),
        );
    }
  }
}

/** Only the worker that took it last may speak for it. */
const isOurs = ({ id, attempts }: ImportRow) => ({ id, attempts, state: 'running' as const });

const ended = { step: null, payload: '' } as const;
