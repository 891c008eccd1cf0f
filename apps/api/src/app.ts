import 'reflect-metadata';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { createAppModule } from './app.module.ts';
import { type Clock, SystemClock } from './clock/clock.ts';
import type { Config } from './config.ts';
import { answerUnchanged } from './http/answer-unchanged.ts';
import { keepFromSearchEngines } from './http/keep-from-search-engines.ts';
import { refuseForeignOrigins } from './http/origin-check.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { serveWeb } from './http/serve-web.ts';

export { Clock, SystemClock } from './clock/clock.ts';
export { type Config, readConfig } from './config.ts';
export { connectionUrl } from './db/connection-urls.ts';
export { Database } from './db/database.ts';
export { findRouteFaults } from './http/route-audit.ts';
export { type JobQueue, openJobQueue } from './jobs/job-queue.ts';

const BODY_LIMIT = 14 * 1024 * 1024;

/** Builds the application: API, web files and, when configured, the worker. The caller listens. */
export async function createApp(
  config: Config,
  options: { clock?: Clock; log?: Logger } = {},
): Promise<NestFastifyApplication> {
  const log = options.log ?? pino({ level: process.env.JALON_LOG ?? 'info' });
  const clock = options.clock ?? new SystemClock();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    createAppModule(config, clock, log),
    adapter,
    { logger: false, abortOnError: false },
  );
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter(log));
  app.enableShutdownHooks([]);
  const fastify = adapter.getInstance();
  await fastify.register(cookie);
  await fastify.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  refuseForeignOrigins(fastify);
  keepFromSearchEngines(fastify);
  answerUnchanged(fastify);
  if (config.webDist) await serveWeb(fastify, config.webDist);
  await app.init();
  return app;
}

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    // Mantine sets inline style attributes; scripts stay ours alone.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    scriptSrc: ["'self'"],
    upgradeInsecureRequests: null,
  },
};
