import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import type { JobQueue } from './job-queue.ts';

const BATCH = 100;
const IDLE_MS = 400;

interface OutboxRow {
  id: string;
  centre_id: string;
  name: string;
  payload: unknown;
}

/**
 * Hands committed outbox rows to the queue. A crash between `add` and the mark adds the same id
 * again, which the queue ignores: nothing is lost, nothing runs twice because of it.
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
  ) {
    this.finished = this.loop();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.wake?.();
    await this.finished;
  }

  private async loop(): Promise<void> {
    while (this.running) {
      const moved = await this.relayBatch().catch((error: unknown) => {
        this.log.warn({ err: error }, 'outbox relay will try again');
        return 0;
      });
      if (moved < BATCH) await this.idle();
    }
  }

  private async relayBatch(): Promise<number> {
    await this.beat();
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
      return rows.length;
    });
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
