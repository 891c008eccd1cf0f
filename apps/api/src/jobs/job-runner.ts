import { hostname } from 'node:os';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { CONFIG, LOGGER } from '../platform-tokens.ts';
import { JOB_NAME, SCHEDULE_NAME } from './job.decorator.ts';
import { type JobQueue, openJobQueue, type QueuedJob } from './job-queue.ts';
import { type JobName, jobs, type Schedule, schedules } from './jobs.ts';
import { OutboxRelay } from './outbox-relay.ts';

type Work = (job: { id: string; centreId: string; payload: unknown }) => Promise<void>;

const isJobName = (name: string): name is JobName => name in jobs;

/** Finds the handlers, refuses to boot when one is missing or double, and runs them in the worker. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly handlers = new Map<string, Work>();
  private queue: JobQueue | null = null;
  private relay: OutboxRelay | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.collectHandlers();
    if (!this.config.runsWorker) return;
    const queue = await openJobQueue(this.config, this.log);
    this.queue = queue;
    const declareSchedules = async () => {
      for (const { name, cron } of schedules as readonly Schedule[])
        await queue.schedule(name, cron);
    };
    await declareSchedules();
    queue.startWorker(
      (id, name, job) => this.work(id, name, job),
      (name, error) =>
        this.log.error({ err: error, job: name }, 'job failed, it will be tried again'),
    );
    this.relay = new OutboxRelay(this.db, queue, this.log, () => this.beat(), declareSchedules);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay?.stop();
    await this.queue?.close();
  }

  private async work(id: string, name: string, job: QueuedJob): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler for job ${name}`);
    const payload = isJobName(name) ? jobs[name].parse(job.payload) : job.payload;
    const { centreId } = job;
    await handler({ id, centreId: centreId ?? '', payload });
    if (centreId === null) return;
    await this.db.system.outboxJob.updateMany({
      where: { centreId, id },
      data: { doneAt: new Date() },
    });
  }

  private collectHandlers(): void {
    for (const { instance } of this.discovery.getProviders()) {
      const prototype = instance && Object.getPrototypeOf(instance);
      if (!prototype) continue;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const { value } = Object.getOwnPropertyDescriptor(prototype, method) ?? {};
        if (typeof value !== 'function') continue;
        const name =
          Reflect.getMetadata(JOB_NAME, value) ?? Reflect.getMetadata(SCHEDULE_NAME, value);
        if (name) this.addHandler(name, value.bind(instance));
      }
    }
    const expected = [
      ...Object.keys(jobs),
      ...(schedules as readonly Schedule[]).map(({ name }) => name),
    ];
    const missing = expected.filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`Jobs without a handler: ${missing.join(', ')}`);
  }

  private addHandler(name: string, work: Work): void {
    if (this.handlers.has(name)) throw new Error(`Job ${name} has two handlers`);
    this.handlers.set(name, work);
  }

  private lastBeat = 0;
  private async beat(): Promise<void> {
    const now = Date.now();
    if (now - this.lastBeat < 5_000) return;
    const id = `${hostname()}:${process.pid}`;
    const at = new Date(now);
    await this.db.system.workerHeartbeat.upsert({
      where: { id },
      create: { id, at },
      update: { at },
    });
    this.lastBeat = now;
  }
}
