import { type JobQueue, openJobQueue } from '@jalon/api';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { eventually } from '../support/eventually.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { TEST_SECRET } from '../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

if (!hasRedis()) console.warn('Skipped: schedules on Redis, no redis-server on this machine.');

const log = pino({ level: 'silent' });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('schedules on PostgreSQL', () => onBackend('PostgreSQL'));
(hasRedis() ? describe : describe.skip)('schedules on Redis', () => onBackend('Redis'));

function onBackend(backend: 'PostgreSQL' | 'Redis'): void {
  let database: TestDatabase;
  let redis: RedisServer | null = null;
  let queue: JobQueue;
  let worked: string[];

  beforeEach(async () => {
    database = await createTestDatabase();
    redis = backend === 'Redis' ? await startRedis() : null;
    worked = [];
    queue = await open();
  });

  afterEach(async () => {
    await queue.close();
    await redis?.stop();
    await database.drop();
  });

  const open = () =>
    openJobQueue(
      { databaseUrl: database.ownerUrl, redisUrl: redis?.url ?? null, secret: TEST_SECRET },
      log,
    );

  const work = () =>
    queue.startWorker(
      async (_id, name) => void worked.push(name),
      () => {},
    );

  /** As a machine that is put off and on again. */
  const restart = async () => {
    await queue.close();
    queue = await open();
  };

  it('a turn that came due while the machine was off is worked at the next start, once', async () => {
    const turn = yearlyIn(2);
    await queue.schedule('reminder.plan', turn);
    await queue.close();
    await pause(3_000);
    queue = await open();
    await queue.schedule('reminder.plan', turn);
    work();
    await eventually(() => worked.length === 1, 'the overdue turn');
    await restart();
    await queue.schedule('reminder.plan', turn);
    work();
    await pause(1_500);
    expect(worked).toEqual(['reminder.plan']);
  });

  it('another hour in a new version takes the place of the old one', async () => {
    await queue.schedule('reminder.plan', yearlyIn(86_400));
    await restart();
    await queue.schedule('reminder.plan', yearlyIn(2));
    work();
    await eventually(() => worked.length === 1, 'the new turn');
  });
}

/** A pattern whose next turn is in so many seconds, in Paris time, and then in a year. */
function yearlyIn(seconds: number): string {
  const parts = new Intl.DateTimeFormat('fr', {
    timeZone: 'Europe/Paris',
    hourCycle: 'h23',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(Date.now() + seconds * 1_000);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return [read('second'), read('minute'), read('hour'), read('day'), read('month'), '*'].join(' ');
}
