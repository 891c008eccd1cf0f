import { pino } from 'pino';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';

const config = readConfig(process.env);
const log = pino({ level: process.env.JALON_LOG ?? 'info' });
const app = await createApp(config, { log });
if (config.runsHttp) await app.listen(config.port, process.env.JALON_HOST ?? '0.0.0.0');
log.info({ port: config.port, http: config.runsHttp, worker: config.runsWorker }, 'jalon is ready');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
