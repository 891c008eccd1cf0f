// A thread of the seed: tells the story of one centre, on a clock of its own.
import { workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { ReminderJobs } from '../modules/reminders/reminders.jobs.ts';
import { liveCentre } from './live-centre.ts';
import type { OpenedCentre } from './open-centres.ts';
import { SeedApi } from './seed-api.ts';
import { SeedClock } from './seed-clock.ts';
import { stories } from './stories.ts';

/** What the seed hands to the thread. */
export interface Telling {
  readonly config: Config;
  readonly slug: string;
  readonly centre: OpenedCentre;
}

const { config, slug, centre } = workerData as Telling;
const story = stories.find((one) => one.slug === slug);
if (!story) throw new Error(`No story of ${slug}`);
const clock = new SeedClock();
const quiet: Config = {
  ...config,
  webDist: null,
  runsWorker: false,
  runsHttp: false,
  smtpUrl: null,
};
const app = await createApp(quiet, { clock, log: pino({ level: 'warn' }) });
const db = new Database(config.databaseUrl, config.secret, 4);
try {
  await app.listen(0, '127.0.0.1');
  const api = new SeedApi(await app.getUrl(), db, config.secret);
  await liveCentre({ api, db, clock, centre }, story, app.get(ReminderJobs));
  await api.close();
} finally {
  await db.close();
  await app.close();
}
