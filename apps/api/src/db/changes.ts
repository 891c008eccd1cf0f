import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { CONFIG, LOGGER } from '../platform-tokens.ts';
import { connectionUrl } from './connection-urls.ts';

/** One wait for a change. It was begun before the reader looked, so nothing falls in between. */
export interface Watch {
  /** Resolves at the next change, or once the time is over; never rejects. */
  readonly next: Promise<void>;
  stop(): void;
}

/** How long to wait when the database cannot be listened to: readers then ask once a second. */
const UNHEARD_MS = 1000;

/** How long a connection may take to open: whoever waits for it is still to be answered in time. */
const CONNECTING_MS = 2_000;

/** How long a connection may be silent before its other end is asked whether it is still there. */
const SILENT_MS = 10_000;

/**
 * Wakes whoever waits for a change that another request has committed, in this process or in another:
 * PostgreSQL tells it (`jalon.tell_change`). A notice says that something changed, never what: each
 * reader reads it under their own rights.
 */
@Injectable()
export class Changes implements OnModuleDestroy {
  private readonly waiting = new Map<string, Set<() => void>>();
  private client: Promise<pg.Client | null> | null = null;
  private isStopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseUrl' | 'secret'>,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * Begins to wait for a change of a centre's row, for `ms` milliseconds at most, the time that it
   * takes to reach the database included.
   */
  async watch(centreId: string, id: string, ms: number): Promise<Watch> {
    if (this.isStopping) return { next: Promise.resolve(), stop: () => {} };
    const end = performance.now() + ms;
    this.client ??= this.listen();
    const isHeard = (await this.client) !== null;
    const left = this.isStopping ? 0 : Math.max(0, end - performance.now());
    const patience = isHeard ? left : Math.min(left, UNHEARD_MS);
    const key = `${centreId} ${id}`;
    let stop = () => {};
    const next = new Promise<void>((resolve) => {
      const timer = setTimeout(() => stop(), patience);
      stop = () => {
        clearTimeout(timer);
        this.forget(key, stop);
        resolve();
      };
      this.waiting.set(key, (this.waiting.get(key) ?? new Set()).add(stop));
    });
    return { next, stop };
  }

  /** Requests that wait are answered before the server closes. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    this.wakeAll();
    await (await this.client)?.end();
  }

  private listen(): Promise<pg.Client | null> {
    const { databaseUrl, secret } = this.config;
    const client = new pg.Client({
      connectionString: connectionUrl(databaseUrl, 'jalon_app', secret),
      connectionTimeoutMillis: CONNECTING_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: SILENT_MS,
    });
    const listening = this.connect(client);
    // A connection that is long gone may still be ending while the next one is listened to.
    const release = () => {
      if (this.client === listening) this.client = null;
    };
    client.on('notification', ({ payload }) => this.wake(payload ?? ''));
    client.on('error', (error) => this.log.warn({ err: error }, 'changes are listened to again'));
    // What was told while nobody listened: everyone looks for themselves.
    client.on('end', () => {
      release();
      this.wakeAll();
    });
    void listening.then((heard) => {
      if (heard === null) release();
    });
    return listening;
  }

  private async connect(client: pg.Client): Promise<pg.Client | null> {
    try {
      await client.connect();
      await client.query('listen jalon_changes');
      return client;
    } catch (error) {
      this.log.warn({ err: error }, 'changes cannot be listened to');
      // Not waited for: the other end may never answer.
      client.end().catch(() => {});
      return null;
    }
  }

  private wake(key: string): void {
    for (const stop of [...(this.waiting.get(key) ?? [])]) stop();
  }

  private wakeAll(): void {
    for (const key of [...this.waiting.keys()]) this.wake(key);
  }

  private forget(key: string, stop: () => void): void {
    const others = this.waiting.get(key);
    others?.delete(stop);
    if (others?.size === 0) this.waiting.delete(key);
  }
}
