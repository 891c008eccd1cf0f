import { type JobsOptions, Queue, Worker } from 'bullmq';
import { createPostgresBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../config.ts';

const QUEUE = 'jalon';
const SCHEMA = 'jobs';

/** What travels through the queue: the outbox row's own fields. */
export interface QueuedJob {
  readonly centreId: string | null;
  readonly payload: unknown;
}

const retry: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 2_000 },
  removeOnComplete: { age: 7 * 86_400, count: 10_000 },
  removeOnFail: { age: 90 * 86_400 },
};

/**
 * BullMQ on the backend that the configuration names: Redis when `REDIS_URL` is set, PostgreSQL
 * otherwise. Same jobs, same guarantees; nothing else in the code knows which.
 */
export class JobQueue {
  private readonly queue: Queue<QueuedJob>;

  constructor(private readonly config: Config) {
    this.queue = new Queue(QUEUE, { ...this.connection(), defaultJobOptions: retry }, ...this.backend());
    this.queue.on('error', () => {});
  }

  /** Adds a job under the outbox row's id: adding it twice adds it once. */
  async add(id: string, name: string, job: QueuedJob): Promise<void> {
    await this.queue.add(name, job, { jobId: id });
  }

  /** Declares a schedule, in Paris time; declaring it again changes nothing. */
  async schedule(name: string, cron: string): Promise<void> {
    await this.queue.upsertJobScheduler(
      name,
      { pattern: cron, tz: 'Europe/Paris' },
      { name, data: { centreId: null, payload: {} } },
    );
  }

  /** Starts working. The work function throws to have the job tried again. */
  startWorker(
    work: (id: string, name: string, job: QueuedJob) => Promise<void>,
    onFailure: (name: string, error: Error) => void,
  ): Worker<QueuedJob> {
    const worker = new Worker<QueuedJob>(
      QUEUE,
      (job) => work(job.id ?? '', job.name, job.data),
      { ...this.connection(), concurrency: 4 },
      ...this.backend(),
    );
    worker.on('failed', (job, error) => onFailure(job?.name ?? 'unknown', error));
    worker.on('error', () => {});
    return worker;
  }

  /** Whether the backend answers. */
  async isReady(): Promise<boolean> {
    await this.queue.waitUntilReady();
    return true;
  }

  async close(): Promise<void> {
    await this.queue.close();
  }

  private connection() {
    const { redisUrl, databaseUrl } = this.config;
    if (redisUrl) return { connection: new Redis(redisUrl, { maxRetriesPerRequest: null }) };
    return {
      connection: { connectionString: databaseUrl, schema: SCHEMA, migrate: true, max: 4 } as never,
    };
  }

  private backend(): [] | never[] {
    return this.config.redisUrl ? [] : ([undefined, createPostgresBackend] as never[]);
  }
}
