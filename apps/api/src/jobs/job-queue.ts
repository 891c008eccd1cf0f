import { createPostgresBackend, type JobsOptions, Queue, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { connectionUrl } from '../db/connection-urls.ts';

const QUEUE = 'jalon';
const SCHEMA = 'jobs';

/** What travels through the queue: the outbox row's own fields. */
export interface QueuedJob {
  readonly centreId: string | null;
  readonly payload: unknown;
}

type Work = (id: string, name: string, job: QueuedJob) => Promise<void>;
type OnFailure = (name: string, error: Error) => void;

const retry: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 2_000 },
  removeOnComplete: { age: 7 * 86_400, count: 10_000 },
  removeOnFail: { age: 90 * 86_400 },
};

const MAIL = 'mail.send';
const LONGEST_DELAY = 15 * 60_000;

/** A mail is tried until its sender gives it up, by the clock: these attempts outlast that. */
const mailRetry: JobsOptions = { attempts: 1_000, backoff: { type: 'capped' } };

/** 2 s, 4 s, 8 s… then every quarter of an hour. */
const settings = {
  backoffStrategy: (attempt: number) => Math.min(2_000 * 2 ** (attempt - 1), LONGEST_DELAY),
};

/** What Jalon needs of a queue, whichever backend carries it. */
export interface JobQueue {
  /** Adds a job under the outbox row's id: adding it twice adds it once. */
  add(id: string, name: string, job: QueuedJob): Promise<void>;
  /**
   * Declares a schedule, in Paris time; declaring it again changes nothing. What was due while no
   * worker ran is worked through as soon as one does, once.
   */
  schedule(name: string, cron: string): Promise<void>;
  /** Starts working. Work that throws is tried again. */
  startWorker(work: Work, onFailure: OnFailure): void;
  close(): Promise<void>;
}

/** BullMQ on Redis when `REDIS_URL` is set, on PostgreSQL otherwise: same jobs, same guarantees. */
export async function openJobQueue(
  config: Pick<Config, 'databaseUrl' | 'redisUrl' | 'secret'>,
  log: Logger,
): Promise<JobQueue> {
  const { queue, createWorker, disconnect } = config.redisUrl
    ? onRedis(config.redisUrl)
    : onPostgres(connectionUrl(config.databaseUrl, 'jalon_system', config.secret));
  const warn = (error: Error) => log.warn({ err: error }, 'job queue');
  queue.on('error', warn);
  await queue.waitUntilReady();
  let worker: Pick<Worker, 'close'> | null = null;
  const openedAt = Date.now();
  /** A turn long overdue although somebody works: its job is gone. */
  const isLost = (next = openedAt) =>
    Math.min(Date.now() - next, Date.now() - openedAt) > LONGEST_DELAY;
  return {
    async add(id, name, job) {
      await queue.add(name, job, { jobId: id, ...(name === MAIL ? mailRetry : {}) });
    },
    async schedule(name, cron) {
      const known = await queue.getJobScheduler(name);
      // Declared anew, BullMQ drops the turn that is due and waits for the next one.
      if (known?.pattern === cron && !isLost(known.next)) return;
      const pattern = { pattern: cron, tz: 'Europe/Paris' };
      await queue.upsertJobScheduler(name, pattern, {
        name,
        data: { centreId: null, payload: {} },
      });
    },
    startWorker(work, onFailure) {
      worker = createWorker(work, onFailure, warn);
    },
    async close() {
      await worker?.close();
      await queue.close();
      disconnect();
    },
  };
}

function onRedis(url: string) {
  // BullMQ asks for null: a blocked read must wait for Redis to come back, not fail.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  return {
    queue: new Queue<QueuedJob>(QUEUE, { connection, defaultJobOptions: retry }),
    createWorker(work: Work, onFailure: OnFailure, warn: (error: Error) => void) {
      const worker = new Worker<QueuedJob>(QUEUE, (job) => work(job.id ?? '', job.name, job.data), {
        connection,
        concurrency: 4,
        settings,
      });
      worker.on('failed', (job, error) => onFailure(job?.name ?? '', error));
      worker.on('error', warn);
      return worker;
    },
    disconnect: () => connection.disconnect(),
  };
}

function onPostgres(connectionString: string) {
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  // Its tables are made with the other migrations: this role may use them and no more.
  const connection = { connectionString, schema: SCHEMA, max: 4 };
  return {
    queue: new PostgresQueue<QueuedJob>(QUEUE, { connection, defaultJobOptions: retry }),
    createWorker(work: Work, onFailure: OnFailure, warn: (error: Error) => void) {
      const worker = new PostgresWorker<QueuedJob>(
        QUEUE,
        (job) => work(job.id ?? '', job.name, job.data),
        { connection, concurrency: 4, settings },
      );
      worker.on('failed', (job, error) => onFailure(job?.name ?? '', error));
      worker.on('error', warn);
      return worker;
    },
    disconnect: () => {},
  };
}
