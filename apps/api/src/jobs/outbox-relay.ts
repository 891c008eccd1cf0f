import type { Logger } from 'pino';
import type { Database, Tx } from '../db/database.ts';
import type { JobQueue } from './job-queue.ts';
import type { JobName } from './jobs.ts';

const BATCH = 100;
const IDLE_MS = 400;

interface OutboxRow {
  id: string;
  centre_id: string;
  name: string;
  payload: unknown;
}

const ANSWER: JobName = 'access-request.answer';

/** Beyond this the queue is no longer asked: a mail is tried for two days at most. */
const RECALL_DAYS = 3;

/** Beyond this nobody waits at the door any more: what was asked is forgotten. */
const DOOR_MINUTES = 60;

/** How long a job may be with the queue before it is handed over again. */
const PATIENCE_SECONDS = 30;

/**
 * Hands committed outbox rows to the queue. A crash between `add` and the mark adds the same id
 * again, which the queue ignores: nothing is lost, nothing runs twice because of it. Jobs that are
 * not done half a minute later are handed over again, for a queue that lost its memory; the queue ignores
 * those it still holds. What is asked at the door belongs to no centre and waits in a table of its own.
 */
export class OutboxRelay {
  private running = true;
  private wake: (() => void) | null = null;
  private readonly finished: Promise<void>;

  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly log: Logger,
    private readonly beat: () => Promise<void>,
    private readonly declareSchedules: () => Promise<void>,
  ) {
    db.onJobs = () => this.nudge();
    this.finished = this.loop();
  }

  /** What was committed while a batch was relayed is looked for right after it. */
  private isNudged = false;
  private nudge(): void {
    this.isNudged = true;
    this.wake?.();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.wake?.();
    await this.finished;
  }

  private async loop(): Promise<void> {
    while (this.running) {
      this.isNudged = false;
      const moved = await this.relayBatch().catch((error: unknown) => {
        this.log.warn({ err: error }, 'outbox relay will try again');
        return 0;
      });
      if (moved < BATCH && !this.isNudged) await this.idle();
    }
  }

  private lastLook = Date.now();
  private async recallLost(): Promise<void> {
    if (Date.now() - this.lastLook < PATIENCE_SECONDS * 500) return;
    this.lastLook = Date.now();
    const sentAt = { lt: new Date(Date.now() - PATIENCE_SECONDS * 1_000) };
    await this.db.system.outboxJob.updateMany({
      where: {
        doneAt: null,
        sentAt,
        createdAt: { gt: new Date(Date.now() - RECALL_DAYS * 86_400_000) },
      },
      data: { sentAt: null },
    });
    const since = new Date(Date.now() - DOOR_MINUTES * 60_000);
    await this.db.system.accessRequest.deleteMany({ where: { sentAt, askedAt: { lt: since } } });
    await this.db.system.accessRequest.updateMany({ where: { sentAt }, data: { sentAt: null } });
    await this.declareSchedules();
  }

  private async relayBatch(): Promise<number> {
    await this.beat();
    await this.recallLost();
    return this.db.system.$transaction(async (tx) => {
      const rows = await tx.$queryRaw<OutboxRow[]>`
        select id, centre_id, name, payload from outbox_job
         where sent_at is null order by id limit ${BATCH} for update skip locked`;
      for (const row of rows)
        await this.queue.add(row.id, row.name, { centreId: row.centre_id, payload: row.payload });
      if (rows.length > 0)
        await tx.outboxJob.updateMany({
          where: { id: { in: rows.map((row) => row.id) } },
          data: { sentAt: new Date() },
        });
      return rows.length + (await this.relayRequests(tx));
    });
  }

  private async relayRequests(tx: Tx): Promise<number> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from access_request
       where sent_at is null order by id limit ${BATCH} for update skip locked`;
    for (const { id } of rows) await this.queue.add(id, ANSWER, { centreId: null, payload: {} });
    if (rows.length > 0)
      await tx.accessRequest.updateMany({
        where: { id: { in: rows.map(({ id }) => id) } },
        data: { sentAt: new Date() },
      });
    return rows.length;
  }

  private idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
