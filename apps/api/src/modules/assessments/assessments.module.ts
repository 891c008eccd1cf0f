import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CredentialsService } from './credentials.service.ts';

@Module({
  controllers: [AssessmentsController],
  providers: [AssessmentsService, CredentialsService],
})
export class AssessmentsModule {}
