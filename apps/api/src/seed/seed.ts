import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { Database } from '../db/database.ts';
import { ReminderJobs } from '../modules/reminders/reminders.jobs.ts';
import { liveCentre } from './live-centre.ts';
import { openCentres } from './open-centres.ts';
import { SeedApi } from './seed-api.ts';
import { SeedClock } from './seed-clock.ts';
import { stories } from './stories.ts';

/**
 * Fills an empty database with the demonstration. The centres are opened directly; everything that
 * happens in them goes through the API, day by day, so that the story obeys the rules people obey.
 */
export async function seedDemonstration(config: Config): Promise<void> {
  const clock = new SeedClock();
  const quiet: Config = {
    ...config,
    webDist: null,
    runsWorker: false,
    runsHttp: false,
    smtpUrl: null,
  };
  const app: NestFastifyApplication = await createApp(quiet, {
    clock,
    log: pino({ level: 'warn' }),
  });
  const db = new Database(config.databaseUrl, config.secret, 4);
  try {
    await db.system.demonstration.createMany({ data: [{}], skipDuplicates: true });
    const centres = await openCentres(db);
    await app.listen(0, '127.0.0.1');
    const api = new SeedApi(await app.getUrl(), db, config.secret);
    for (const story of stories) {
      const centre = centres.get(story.slug);
      if (centre) await liveCentre({ api, db, clock, centre }, story, app.get(ReminderJobs));
    }
    await api.close();
    // The story's mails are of the past: shown in the mailbox, never sent.
    await db.system.$executeRaw`update mail set sent_at = created_at where sent_at is null`;
    await db.system.outboxJob.deleteMany({ where: { name: 'mail.send' } });
  } finally {
    await db.close();
    await app.close();
  }
}

if (process.argv[1] && import.meta.url.endsWith('/seed.js') && process.argv[1].endsWith('seed.js'))
  await seedDemonstration(readConfig(process.env));
