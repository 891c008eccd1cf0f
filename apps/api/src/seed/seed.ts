// Fills an empty database with the demonstration. The centres are opened directly; everything that
// happens in them goes through the API, day by day, so that the story obeys the rules people obey.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { readConfig } from '../config.ts';
import { Database } from '../db/database.ts';
import { seedLock } from './centres.ts';
import { openCentres } from './open-centres.ts';
import { stories } from './stories.ts';
import type { Telling } from './tell-story.ts';

const config = readConfig(process.env);
const db = new Database(config.databaseUrl, config.secret, 4);
const release = await claimEmptyDatabase();
// The database is marked from the first row on, and again when the story is told: without the second
// mark the seed was cut short.
await db.system.demonstration.createMany({ data: [{}], skipDuplicates: true });
const centres = await openCentres(db);
await Promise.all(stories.map(({ slug }) => tellStory(slug)));
// The story's mails are of the past: shown in the mailbox, never sent.
await db.system.$executeRaw`update mail set sent_at = created_at where sent_at is null`;
await db.system.outboxJob.deleteMany({ where: { name: 'mail.send' } });
await db.system.demonstration.updateMany({ data: { finishedAt: new Date() } });
release();
await db.close();

/** Two seeds in one database would tell the story twice. The lock goes with its connection. */
async function claimEmptyDatabase(): Promise<() => void> {
  const connection = await db.systemPool.connect();
  const { rows } = await connection.query('select pg_try_advisory_lock($1) as is_ours', [seedLock]);
  if (!rows[0]?.is_ours)
    throw new Error('Un autre Jalon prépare la démonstration dans cette base de données.');
  if ((await db.system.centre.count()) > 0)
    throw new Error('Cette base de données contient déjà un centre : rien n’y est ajouté.');
  return () => connection.release(true);
}

/** The centres share nothing, not even the day they are at: each lives in a thread of its own. */
async function tellStory(slug: string): Promise<void> {
  const centre = centres.get(slug);
  if (!centre) throw new Error(`No centre ${slug}`);
  const workerData: Telling = { config, slug, centre };
  const thread = new Worker(new URL('./tell-story.js', import.meta.url), { workerData });
  const [code] = await once(thread, 'exit');
  if (code !== 0) throw new Error(`The story of ${slug} ended with code ${code}`);
}
