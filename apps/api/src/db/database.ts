import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor.ts';
import { type Clock, SystemClock } from '../clock/clock.ts';
import { connectionUrl } from './connection-urls.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { SerialClient } from './serial-client.ts';

export type Tx = Prisma.TransactionClient;
export type { Prisma } from './generated/client.ts';

/** What is written to the audit trail: who comes from the actor. Never put personal data in `data`. */
export interface AuditEntry {
  /** `noun.verb` in the past, e.g. `cohort.created`. */
  readonly action: string;
  readonly subjectId: string;
  readonly data?: Prisma.InputJsonValue;
}

/** A job decided in a transaction; it leaves only if the transaction commits. */
export interface JobEntry {
  readonly name: string;
  readonly payload: Prisma.InputJsonValue;
}

/** What a service holds inside `db.run`. */
export interface UnitOfWork {
  readonly tx: Tx;
  /** The composite key of a row of this centre. */
  key(id: string): { centreId_id: { centreId: string; id: string } };
  audit(entry: AuditEntry): void;
  enqueue(job: JobEntry): void;
}

/** Whom a line of the trail names. */
type Author = Pick<Actor, 'centreId' | 'userId' | 'roles'>;

/** What a service holds inside `db.runAtTheDoor`. */
export interface DoorWork {
  readonly tx: Tx;
  /** A line in the trail of the author's centre. */
  audit(author: Author, entry: AuditEntry): void;
}

/** A prepared statement: the name makes PostgreSQL plan it once a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

export type Query = <Row extends pg.QueryResultRow>(statement: Statement) => Promise<Row[]>;

/** The one door to the database. Every tenant row is read and written under forced row-level security. */
export class Database {
  private readonly prisma: PrismaClient;
  private readonly pool: pg.Pool;
  /** Bypasses row-level security: login, outbox relay, schedules, health. Never for a request's data. */
  readonly system: PrismaClient;
  readonly systemPool: pg.Pool;

  /** @param clock dates the acts of the trail, where the database lets the caller do so */
  constructor(
    ownerUrl: string,
    secret: string,
    poolSize = 10,
    private readonly clock: Pick<Clock, 'now'> = new SystemClock(),
  ) {
    const appUrl = connectionUrl(ownerUrl, 'jalon_app', secret);
    const systemUrl = connectionUrl(ownerUrl, 'jalon_system', secret);
    this.prisma = openPrisma(appUrl, poolSize);
    this.system = openPrisma(systemUrl, 4);
    this.pool = new pg.Pool({
      connectionString: appUrl,
      max: poolSize,
      types: dayTypes,
      options: plannedOnce,
    });
    this.systemPool = new pg.Pool({
      connectionString: systemUrl,
      max: 4,
      types: dayTypes,
      options: plannedOnce,
    });
    // An idle connection that dies must not take the process down; the pool opens another.
    this.pool.on('error', () => {});
    this.systemPool.on('error', () => {});
  }

  /**
   * Loads, decides and saves in one transaction of the actor's centre. Audit entries and jobs are
   * written with the change or not at all. No file, mail or HTTP inside.
   */
  async run<T>(actor: Actor, work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    let hasJobs = false;
    const done = await this.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.centre_id', ${actor.centreId}, true)`;
      const entries: AuditEntry[] = [];
      const jobs: JobEntry[] = [];
      const result = await work({
        tx,
        key: (id) => ({ centreId_id: { centreId: actor.centreId, id } }),
        audit: (entry) => entries.push(entry),
        enqueue: (job) => jobs.push(job),
      });
      await saveAudit(tx, actor, entries, this.clock.now());
      await saveJobs(tx, actor, jobs);
      hasJobs = jobs.length > 0;
      return result;
    }, PATIENCE);
    if (hasJobs) this.onJobs();
    return done;
  }

  /** Called once jobs are committed, for a relay of this process to hand them over at once. */
  onJobs: () => void = () => {};

  /**
   * `run` for what no one centre holds: logins, links, the opening of a centre. It bypasses row-level
   * security; each line goes to the trail of its author's centre, with the act or not at all.
   */
  runAtTheDoor<T>(work: (unit: DoorWork) => Promise<T>): Promise<T> {
    return this.system.$transaction(async (tx) => {
      const lines: { author: Author; entry: AuditEntry }[] = [];
      const result = await work({ tx, audit: (author, entry) => lines.push({ author, entry }) });
      // Each centre's trail is locked for its line: always in one order, so that no two wait for each other.
      lines.sort((one, other) => one.author.centreId.localeCompare(other.author.centreId));
      for (const { author, entry } of lines) await saveAudit(tx, author, [entry], this.clock.now());
      return result;
    }, PATIENCE);
  }

  /** Hot reads: prepared statements on a pooled connection that is bound to the actor's centre. */
  async read<T>(actor: Actor, work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query(bindCentre(actor.centreId));
      return await work(async (statement) => {
        const result = await client.query({ ...statement, values: [...(statement.values ?? [])] });
        return result.rows;
      });
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      await releaseUnbound(client, failure);
    }
  }

  /** Login and other reads that have no centre yet. */
  systemRead: Query = async (statement) => {
    const result = await this.systemPool.query({
      ...statement,
      values: [...(statement.values ?? [])],
    });
    return result.rows;
  };

  async close(): Promise<void> {
    await Promise.all([
      this.prisma.$disconnect(),
      this.system.$disconnect(),
      this.pool.end(),
      this.systemPool.end(),
    ]);
  }
}

/** How long a transaction waits for a connection and may last, in milliseconds. */
const PATIENCE = { maxWait: 10_000, timeout: 30_000 };

function openPrisma(connectionString: string, max: number): PrismaClient {
  const pool = new pg.Pool({ connectionString, max, Client: SerialClient });
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, onPoolError: () => {} }),
  });
}

/**
 * Hot reads are planned once a connection, not once a call: left to itself PostgreSQL may find that a
 * new plan for each set of values pays, and spends longer on it than on the read.
 */
const plannedOnce = '-c plan_cache_mode=force_generic_plan';

const DATE_OID = 1082;
const dayTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE_OID
      ? (value: string) => value
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

const bindCentre = (centreId: string) => ({
  name: 'bind-centre',
  text: "select set_config('app.centre_id', $1, false)",
  values: [centreId],
});

/** A connection goes back without a centre; one that cannot be cleared is thrown away. */
async function releaseUnbound(client: pg.PoolClient, failure: Error | undefined): Promise<void> {
  if (failure && !('code' in failure)) return client.release(true);
  try {
    await client.query(bindCentre(''));
    client.release();
  } catch {
    client.release(true);
  }
}

/** The database dates each entry itself, unless it holds the demonstration: its story has days of its own. */
async function saveAudit(
  tx: Tx,
  author: Author,
  entries: readonly AuditEntry[],
  at: Date,
): Promise<void> {
  if (entries.length === 0) return;
  // The trail is a chain: one writer at a time a centre, held only for these last statements.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${author.centreId}, 0))`;
  // One parameter however many entries: an import writes a thousand.
  await tx.$executeRaw`
    insert into audit_event (centre_id, at, actor_user_id, actor_role, action, subject_id, data)
    select ${author.centreId}::uuid, ${at}, ${author.userId}, ${author.roles.join(',')},
           entry.action, entry."subjectId", coalesce(entry.data, '{}'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
           as entry(action text, "subjectId" text, data jsonb)`;
}

async function saveJobs(tx: Tx, actor: Actor, jobs: readonly JobEntry[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.outboxJob.createMany({
    data: jobs.map((job) => ({
      id: uuidv7(),
      centreId: actor.centreId,
      name: job.name,
      payload: job.payload,
    })),
  });
}
