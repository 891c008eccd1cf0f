import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { ImportRunner } from './import-runner.ts';
import { ImportWriter } from './import-writer.ts';
import { LearnerImportsController } from './learner-imports.controller.ts';
import { LearnerImportsService } from './learner-imports.service.ts';

@Module({
  imports: [PeopleModule],
  controllers: [LearnerImportsController],
  providers: [LearnerImportsService, ImportRunner, ImportWriter],
})
export class LearnerImportsModule {}
