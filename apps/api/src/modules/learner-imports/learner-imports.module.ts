import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { ImportWriter } from './import-writer.ts';
import { LearnerImportsController } from './learner-imports.controller.ts';
import { LearnerImportsService } from './learner-imports.service.ts';

@Module({
  imports: [PeopleModule],
  controllers: [LearnerImportsController],
  providers: [LearnerImportsService, ImportWriter],
})
export class LearnerImportsModule {}
