import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.ts';
import { ProgressController } from './progress.controller.ts';
import { ProgressService } from './progress.service.ts';

@Module({
  imports: [FrameworksModule],
  controllers: [ProgressController],
  providers: [ProgressService],
})
export class ProgressModule {}
