import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Clock } from './clock/clock.ts';
import type { Config } from './config.ts';
import { PlatformModule } from './modules/platform/platform.module.ts';
import { SessionsModule } from './modules/sessions/sessions.module.ts';
import { PlatformServices } from './platform.module.ts';

/** The nouns of the house. */
const nouns = [PlatformModule, SessionsModule];

@Module({})
export class AppModule {
  static with(config: Config, clock: Clock, log: Logger): DynamicModule {
    return { module: AppModule, imports: [PlatformServices.with(config, clock, log), ...nouns] };
  }
}
