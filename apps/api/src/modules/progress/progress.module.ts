import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.ts';
import { ProgressController } from './progress.controller.ts';
import { ProgressService } from './progress.service.ts';
import { StandingService } from './standing.service.ts';

@Module({
  imports: [FrameworksModule],
  controllers: [ProgressController],
  providers: [ProgressService, StandingService],
})
export class ProgressModule {}
