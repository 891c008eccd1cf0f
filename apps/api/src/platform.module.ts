import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { AccessLinks } from './auth/access-links.ts';
import { AccessRequests } from './auth/access-requests.ts';
import { Identity } from './auth/identity.ts';
import { LinkRequests } from './auth/link-requests.ts';
import { LoginGuard } from './auth/login.guard.ts';
import { LoginAttempts } from './auth/login-attempts.ts';
import { LoginSessions } from './auth/login-sessions.ts';
import { Logins } from './auth/logins.ts';
import { Passwords } from './auth/passwords.ts';
import { PersonalLinks } from './auth/personal-links.ts';
import { Sealer } from './auth/sealer.ts';
import { Clock } from './clock/clock.ts';
import type { Config } from './config.ts';
import { Changes } from './db/changes.ts';
import { Database } from './db/database.ts';
import { DocumentStore } from './documents/document-store.ts';
import { TypstRenderer } from './documents/typst-renderer.ts';
import { AnswerInterceptor } from './http/answer.interceptor.ts';
import { RouteAudit } from './http/route-audit.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { DemonstrationMailbox } from './mail/demonstration-mailbox.ts';
import { MailSender } from './mail/mail-sender.ts';
import { MailWriter } from './mail/mail-writer.ts';
import { Health } from './ops/health.ts';
import { CONFIG, LOGGER } from './platform-tokens.ts';

/** What every module stands on: configuration, time, database, login, mail, jobs. */
@Global()
@Module({})
export class PlatformServices implements OnApplicationShutdown {
  constructor(
    private readonly db: Database,
    private readonly typst: TypstRenderer,
  ) {}

  static with(config: Config, clock: Clock, log: Logger): DynamicModule {
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: log },
      { provide: Clock, useValue: clock },
      {
        provide: Database,
        useFactory: () => new Database(config.databaseUrl, config.secret, undefined, clock),
      },
      Changes,
      Identity,
      LoginSessions,
      LoginAttempts,
      Logins,
      Passwords,
      MailWriter,
      DemonstrationMailbox,
      AccessLinks,
      PersonalLinks,
      LinkRequests,
      AccessRequests,
      DocumentStore,
      TypstRenderer,
      Sealer,
      Health,
    ];
    return {
      module: PlatformServices,
      imports: [DiscoveryModule],
      providers: [
        ...shared,
        MailSender,
        JobRunner,
        RouteAudit,
        { provide: APP_GUARD, useClass: LoginGuard },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
      exports: shared,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.typst.close();
    await this.db.close();
  }
}
