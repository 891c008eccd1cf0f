import { afterAll, beforeAll, describe } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { eventually } from './eventually.ts';
import { hasRedis, type RedisServer, startRedis } from './redis.ts';
import { type MailServer, startMailServer } from './smtp.ts';
import { type Centre, type Member, startTestApp, type TestApp } from './test-app.ts';
import { addCohort, addTutoredLearner } from './tutored-learner.ts';

type Backend = 'PostgreSQL' | 'Redis';

// One centre with a worker and a mail server for each backend: the helpers below stand on them.
export let app: TestApp;
export let centre: Centre;
export let coordinator: Member;
export let cohortId: string;
export let smtp: MailServer;
let backend: Backend;
let redis: RedisServer | null = null;

if (!hasRedis()) console.warn('Skipped: mails through Redis, no redis-server on this machine.');

/** Runs the same tests on each backend of the queue; Redis only where there is one. */
export function onEachBackend(title: string, tests: () => void): void {
  onBackend('PostgreSQL', title, tests);
  onBackend('Redis', title, tests);
}

/** The same on one backend. */
export function onBackend(chosen: Backend, title: string, tests: () => void): void {
  const describeBackend = chosen === 'Redis' && !hasRedis() ? describe.skip : describe;
  describeBackend(`${title} on ${chosen}`, () => {
    beforeAll(() => openMailRoom(chosen));
    afterAll(closeMailRoom);
    tests();
  });
}

async function openMailRoom(chosen: Backend): Promise<void> {
  backend = chosen;
  redis = chosen === 'Redis' ? await startRedis() : null;
  smtp = await startMailServer();
  app = await startTestApp({ redisUrl: redis?.url ?? null, smtpUrl: smtp.url, runsWorker: true });
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  cohortId = await addCohort(app.db, centre);
}

async function closeMailRoom(): Promise<void> {
  await app.close();
  await smtp.stop();
  await redis?.stop();
}

export const received = (address: string) => smtp.received.filter(({ to }) => to.includes(address));

/** Asks for an appraisal due on a day. @returns the tutor's address and the appraisal */
export async function ask(dueOn: string) {
  const email = `${uuidv7()}@cabinet.example`;
  const tutorId = await centre.addPerson('Hélène', 'Ferrand', { email });
  const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId });
  const { enrolmentId } = learner;
  const body = { cohortId, enrolmentIds: [enrolmentId], blockCodes: ['B1'], dueOn, label: 'Fin' };
  await app.call('POST /appraisals', { body }, coordinator);
  const { id } = await app.db.system.appraisal.findFirstOrThrow({ where: { enrolmentId } });
  await eventually(() => received(email).length === 1, 'the first mail');
  return { email, id, learner };
}

/** Plans the reminders of the centre, and waits until the plan is through. */
export const plan = (): Promise<void> => runMorning('reminder.plan-centre');

/** Runs a morning's job of the centre in the worker, and waits until its mails have left. */
export async function runMorning(job: string): Promise<void> {
  const probe = await app.db.system.mail.create({
    data: {
      centreId: centre.id,
      toEmail: 'sonde@test.example',
      toName: 'Sonde',
      subject: 'Sonde',
      text: 'Sonde',
      html: 'Sonde',
      purpose: 'test.probe',
    },
  });
  const jobId = await enqueue(job);
  await eventually(() => isDone(jobId), 'the plan');
  await enqueue('mail.send', { mailId: probe.id });
  await eventually(async () => {
    const waiting = await app.db.system.mail.count({ where: { sentAt: null } });
    return waiting === 0;
  }, 'all mails');
}

/** Plans at an hour of a day, then sets the clock back to where the tests stand. */
export async function planOn(...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    app.clock.set(moment);
    await plan();
  }
  app.clock.set('2026-11-23T09:00:00+01:00');
}

async function enqueue(name: string, payload: object = {}): Promise<string> {
  const id = uuidv7();
  await app.db.system.outboxJob.create({ data: { centreId: centre.id, id, name, payload } });
  return id;
}

/** Whether the queue has worked a job through, asked of the backend itself. */
async function isDone(jobId: string): Promise<boolean> {
  const { Queue, createPostgresBackend, withBackend } = await import('bullmq');
  if (backend === 'Redis' && redis) {
    const { Redis } = await import('ioredis');
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const queue = new Queue('jalon', { connection });
    const state = await queue.getJobState(jobId);
    await queue.close();
    connection.disconnect();
    return state === 'completed';
  }
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  const queue = new PostgresQueue('jalon', {
    connection: { connectionString: app.ownerUrl, schema: 'jobs', migrate: false, max: 1 },
  });
  const state = await queue.getJobState(jobId);
  await queue.close();
  return state === 'completed';
}
